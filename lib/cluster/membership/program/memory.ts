/** The part of the program that has a broker follow its container's memory, which can be changed while it runs. */
export const MEMORY = String.raw`
%% Keeps what the broker may take in proportion to the limit. A watermark that is absolute stays.
follow_memory(#{limit := Before} = State) ->
    case {rabbit:is_running() andalso memory_limit(), application:get_env(rabbit, total_memory_available_override_value)} of
        {Limit, {ok, Available}} when is_integer(Limit), is_integer(Before), is_integer(Available), Limit =/= Before ->
            Watermark = vm_memory_monitor:get_vm_memory_high_watermark(),
            Now = Available * Limit div Before,
            application:set_env(rabbit, total_memory_available_override_value, Now),
            vm_memory_monitor:set_vm_memory_high_watermark(Watermark),
            tell(normal, "MemoryFollowed", "the memory of ~ts is limited to ~b bytes now; it takes ~b of them for its own and blocks publishers at ~b", [node(), Limit, Now, vm_memory_monitor:get_memory_limit()]),
            State#{limit := Limit};
        _ -> State
    end.

%% The container's limit, by either version of cgroups.
memory_limit() ->
    Read = [string:to_integer(Text) || File <- ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"], {ok, Text} <- [file:read_file(File)]],
    case Read of [{Limit, _} | _] when is_integer(Limit) -> Limit; _ -> none end.
`;
