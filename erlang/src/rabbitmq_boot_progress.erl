%% Watches whether a boot makes progress: reports what it waits for, and ends a boot that can't succeed any more.
-module(rabbitmq_boot_progress).
-export([start/0, kind/1, verdict/2, is_work/2, is_running/0]).
%% milliseconds between two looks
-define(INTERVAL, 5000).
%% seconds for which a boot may wait for other brokers before it says so
-define(PATIENCE, 15).
%% seconds without progress after which that is worth a report
-define(SILENCE, 90).
%% seconds without progress after which a boot that waits for nothing known starts again
-define(GIVE_UP, 900).
%% bytes read or written between two looks that count as work
-define(WORK, 65536).

-type kind() :: leader | tables | peer | global | other.

-spec start() -> pid().
start() -> spawn(fun() -> watch(none, none, erlang:monotonic_time(second), rabbitmq_boot_report:new()) end).

watch(Seen, Bytes, Since, Report) ->
    timer:sleep(?INTERVAL),
    case is_running() of
        true -> ok;
        false ->
            Stacks = stacks(),
            Now = erlang:monotonic_time(second),
            NewBytes = bytes(),
            Kind = kind(Stacks),
            Place = {Kind, step(), [hd(Stack) || [_ | _] = Stack <- Stacks]},
            %% one that waits for others reads and writes what they send, which is no progress
            case Place =/= Seen orelse (Kind =:= other andalso is_work(Bytes, NewBytes)) of
                true -> watch(Place, NewBytes, Now, Report);
                false -> watch(Place, NewBytes, Since, judge(verdict(Kind, Now - Since), Kind, Now - Since, Place, Report))
            end
    end.

judge(wait, _, _, _, Report) -> Report;
judge(report, Kind, Seconds, Place, Report) ->
    rabbitmq_boot_report:waits(Report, text(Kind, Place), [Seconds]);
judge(stop, Kind, Seconds, Place, _) ->
    rabbitmq_boot_report:now(text(Kind, Place) ++ "; the broker starts again", [Seconds]),
    erlang:halt(1, [{flush, false}]).

%% What to do about a boot that has stood at one place. One that waits for other brokers is never ended: it continues
%% when they are there, and a restart would only add Kubernetes' back-off.
-spec verdict(kind(), non_neg_integer()) -> wait | report | stop.
verdict(Kind, Seconds) when Kind =:= leader; Kind =:= tables; Kind =:= peer ->
    case Seconds >= ?PATIENCE of true -> report; false -> wait end;
verdict(global, Seconds) when Seconds >= ?SILENCE -> stop;
verdict(other, Seconds) when Seconds >= ?GIVE_UP -> stop;
verdict(_, Seconds) when Seconds >= ?SILENCE -> report;
verdict(_, _) -> wait.

%% Whether bytes were read or written that the messages between brokers don't explain.
-spec is_work(non_neg_integer() | none, non_neg_integer() | none) -> boolean().
is_work(Before, After) when is_integer(Before), is_integer(After) -> After - Before >= ?WORK;
is_work(_, _) -> false.

%% What the processes of a boot wait for, by their stacks.
-spec kind([[{module(), atom()}]]) -> kind().
kind(Stacks) ->
    Waits = [{{global, sync}, global}, {{rabbit_node_monitor, global_sync}, global},
             {{khepri_cluster, wait_for_leader}, leader}, {{khepri_cluster, do_wait_for_leader}, leader},
             {{rabbit_table, wait}, tables}, {{mnesia, wait_for_tables}, tables}],
    Frames = lists:append(Stacks),
    case [Kind || {Frame, Kind} <- Waits, lists:member(Frame, Frames)] of
        [Kind | _] -> Kind;
        [] ->
            case lists:keymember(rabbit_peer_discovery, 1, Frames) of true -> peer; false -> other end
    end.

%% The stacks of the processes that boot: that of `init`, those that start an application, and those that ask `global`.
stacks() ->
    [[{Module, Function} || {Module, Function, _, _} <- Stack]
        || Pid <- processes(), Pid =/= self(),
           [{initial_call, Call}, {current_stacktrace, Stack}] <- [info(Pid)],
           boots(Call, Stack)].

info(Pid) ->
    case process_info(Pid, [initial_call, current_stacktrace]) of undefined -> []; Info -> Info end.

boots(_, [{application_master, loop_it, _, _} | _]) -> false;
boots({application_master, start_it, _}, _) -> true;
boots(_, Stack) ->
    [] =/= [Module || {Module, Function, _, _} <- Stack, {Module, Function} =:= {global, sync} orelse Module =:= rabbit_boot_steps].

step() -> try rabbit_boot_state:get() catch _:_ -> none end.

%% Whether RabbitMQ has booted.
-spec is_running() -> boolean().
is_running() -> erlang:function_exported(rabbit, is_running, 0) andalso rabbit:is_running().

%% Bytes that the broker has read and written, or none where the system does not count them.
bytes() ->
    case file:read_file("/proc/self/io") of
        {ok, Text} ->
            {match, Counts} = re:run(Text, "^[rw]char: ([0-9]+)", [global, multiline, {capture, [1], list}]),
            lists:sum([list_to_integer(Count) || [Count] <- Counts]);
        _ -> none
    end.

text(leader, _) -> "a leader of the metadata store, for ~b s; " ++ away();
text(tables, _) -> "the tables of the metadata, for ~b s; " ++ away();
text(peer, _) -> "a broker to join, for ~b s";
text(global, _) -> "the handshake of Erlang's global, for ~b s; not done with: " ++ names(unsynced());
text(other, {_, Step, Frames}) ->
    lists:flatten(io_lib:format("no progress in boot state ~0tp at ~0tp, for ~~b s", [Step, lists:sublist(Frames, 3)])).

away() ->
    case members() -- [node() | nodes()] of
        [] -> "all members are connected";
        Away -> "not reachable: " ++ names(Away)
    end.

members() ->
    Asked = [fun() -> rabbit_khepri:locally_known_nodes() end, fun() -> rabbit_mnesia:cluster_nodes(all) end],
    lists:usort(lists:append([try Ask() catch _:_ -> [] end || Ask <- Asked])).

unsynced() -> try nodes() -- rabbitmq_boot_global:synced() catch _:_ -> nodes() end.

names(Nodes) -> lists:flatten(lists:join(", ", [atom_to_list(Node) || Node <- Nodes])).
