%% Deadlines, settings and texts that several modules of the program use.
-module(rabbitmq_membership_util).
-export([
    setting/2,
    within_seconds/1, is_late/1, await/2, attempt/2, within/2,
    quietly/1, is_majority/2, shuffled/1,
    names/1, titles/1, first_of/1
]).

%% Settings can change while a broker runs, so they are in another ConfigMap than the program.
-define(SETTINGS, "/etc/rabbitmq-cluster/rabbitmq_membership.config").

-type deadline() :: integer().
-export_type([deadline/0]).

-spec setting(atom(), term()) -> term().
setting(Name, Default) -> rabbitmq_boot:setting(?SETTINGS, Name, Default).

-spec within_seconds(number()) -> deadline().
within_seconds(Seconds) -> erlang:monotonic_time(millisecond) + round(Seconds * 1000).

-spec is_late(deadline()) -> boolean().
is_late(Deadline) -> erlang:monotonic_time(millisecond) > Deadline.

%% Whether a condition holds before the deadline.
-spec await(deadline(), fun(() -> boolean())) -> boolean().
await(Deadline, Condition) -> await(Deadline, Condition, 10).

await(Deadline, Condition, Pause) ->
    case Condition() of
        true -> true;
        false ->
            case is_late(Deadline) of
                true -> false;
                false -> timer:sleep(Pause), await(Deadline, Condition, min(250, 2 * Pause))
            end
    end.

%% Repeats a change until it succeeds or the deadline has passed.
-spec attempt(deadline(), fun(() -> term())) -> ok | {error, term()}.
attempt(Deadline, Change) -> attempt(Deadline, Change, 20).

attempt(Deadline, Change, Pause) ->
    Again = not is_late(Deadline),
    case try Change() catch Class:Reason -> {error, {Class, Reason}} end of
        ok -> ok;
        {ok, _} -> ok;
        {ok, _, _} -> ok;
        {error, not_found} -> ok;
        _ when Again -> timer:sleep(Pause), attempt(Deadline, Change, min(500, 2 * Pause));
        {error, Problem} -> {error, Problem};
        Problem -> {error, Problem}
    end.

%% Runs a function in its own process and kills that process after a time.
-spec within(number(), fun(() -> term())) -> ok | failed | late.
within(Seconds, Function) ->
    {Pid, Reference} = spawn_monitor(Function),
    receive
        {'DOWN', Reference, process, Pid, normal} -> ok;
        {'DOWN', Reference, process, Pid, Reason} ->
            logger:warning("Scaling: ~0tP", [Reason, 20]),
            failed
    after round(Seconds * 1000) ->
        exit(Pid, kill),
        late
    end.

-spec quietly(fun(() -> term())) -> term().
quietly(Function) -> try Function() catch _:_ -> ok end.

-spec is_majority([term()], [term()]) -> boolean().
is_majority(Some, All) -> 2 * length(Some) > length(All).

-spec shuffled([Element]) -> [Element].
shuffled(List) -> 
    [Element || {_, Element} <- lists:sort([{rand:uniform(), Given} || Given <- List])].

-spec names([node()]) -> iolist().
names(Nodes) -> lists:join(", ", [atom_to_list(Node) || Node <- Nodes]).

%% The titles of the first queues, and how many more there are.
-spec titles([map()]) -> iolist().
titles(Queues) ->
    More = [io_lib:format("and ~b more", [length(Queues) - 5]) || length(Queues) > 5],
    lists:join(", ", [Title || #{title := Title} <- first_of(Queues)] ++ More).

-spec first_of([Element]) -> [Element].
first_of(List) -> lists:sublist(List, 5).
