%% Adapts the broker to its container's memory limit, which can change while the broker runs.
-module(rabbitmq_membership_memory).
-export([limit/0, follow/1, scaled/3, parse/1]).

-import(rabbitmq_membership_kubernetes, [tell/4]).

%% By version 2 and version 1 of cgroups.
-define(LIMITS, ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"]).

%% Changes the broker's memory in proportion to the limit. An absolute watermark stays as it is.
-spec follow(map()) -> map().
follow(#{limit := Before} = State) ->
    case rabbitmq_membership_broker:is_running() andalso limit() of
        Limit when is_integer(Limit), is_integer(Before), Limit =/= Before ->
            case rabbitmq_membership_broker:memory() of
                undefined -> State;
                Available ->
                    Now = scaled(Available, Limit, Before),
                    BlocksAt = rabbitmq_membership_broker:set_memory(Now),
                    tell(normal, "MemoryFollowed",
                        "the memory limit of ~ts is now ~b bytes: RabbitMQ uses ~b of them and "
                        "blocks publishers at ~b", [node(), Limit, Now, BlocksAt]),
                    State#{limit := Limit}
            end;
        _ -> State
    end.

-spec scaled(non_neg_integer(), pos_integer(), pos_integer()) -> non_neg_integer().
scaled(Available, Limit, Before) -> Available * Limit div Before.

%% The container's limit in bytes.
-spec limit() -> pos_integer() | none.
limit() ->
    case [Text || File <- ?LIMITS, {ok, Text} <- [file:read_file(File)]] of
        [Text | _] -> parse(Text);
        [] -> none
    end.

-spec parse(binary()) -> integer() | none.
parse(Text) ->
    case string:to_integer(Text) of
        {Limit, _} when is_integer(Limit) -> Limit;
        _ -> none
    end.
