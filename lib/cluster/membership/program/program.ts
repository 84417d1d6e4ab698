import { KEEP } from './keep';
import { KUBERNETES } from './kubernetes';
import { LEAVE } from './leave';
import { MEMORY } from './memory';
import { PLACEMENT } from './placement';
import { QUEUES } from './queues';

/** The name of the program's module, and of its files. */
export const MODULE = 'rabbitmq_scaling';

/** Where what the program reads is mounted. */
export interface ProgramPaths {
  /** The file with the settings. */
  readonly settings: string;
  /** The folder with the token and the authority's certificate. */
  readonly credentials: string;
}

/**
 * The program that has brokers leave the cluster on scale-in and gives queues members on scale-out: an Erlang module that each
 * broker compiles and loads when it has started, as its image need not have anything beyond Erlang.
 */
export function scalingProgram({ settings, credentials }: ProgramPaths): string {
  return `-module(${MODULE}).
-export([start/0, before_stop/2, arrange/2, level/1, wanted/0]).
-define(SETTINGS, "${settings}").
-define(CREDENTIALS, "${credentials}").
-define(METRIC, rabbitmq_scaling_waiting).
-define(USER, <<"rabbitmq-scaling">>).
%% seconds for a connection to another broker, where nothing else is set: so long channels wait for one whose machine is dead (Erlang's own: 7)
-define(CONNECTING, 2).
%% milliseconds between looks
-define(INTERVAL, 3000).
%% looks between two at all queues while the members are the same
-define(CALM, 10).
%% unanswered questions in a row after which the API server is taken for away
-define(UNANSWERED, 4).
%% seconds after which a broker that isn't wanted and is down is taken for gone
-define(GONE, 20).
%% seconds for which the same brokers have to be up before leaders are spread anew
-define(LEVEL, 30).
%% seconds that brokers are waited for which are wanted and haven't joined
-define(JOINING, 60).
%% seconds for which queues and leaders are moved before one looks again at what else has changed
-define(ARRANGING, 20).
%% seconds before the end of its time in which a broker leaves though another is away
-define(RESERVE, 120).
${COMMON}${KUBERNETES}${QUEUES}${PLACEMENT}${LEAVE}${KEEP}${MEMORY}`;
}

const COMMON = String.raw`
setting(Name, Default) ->
    case file:consult(?SETTINGS) of {ok, Settings} -> proplists:get_value(Name, Settings, Default); _ -> Default end.

members() ->
    sorted(case code:ensure_loaded(rabbit_db_cluster) of {module, _} -> rabbit_db_cluster:members(); _ -> rabbit_mnesia:cluster_nodes(all) end).

running() -> sorted([Node || Node <- members(), Node =:= node() orelse true =:= rpc:call(Node, rabbit, is_running, [], 5000)]).

sorted(Nodes) -> [Node || {_, Node} <- lists:sort([{ordinal(Node), Node} || Node <- Nodes])].

stay(Nodes, #{first := First, replicas := Replicas}) -> [Node || Node <- Nodes, ordinal(Node) < First + Replicas].

ordinal(Node) ->
    {match, [Ordinal]} = re:run(atom_to_list(Node), "-([0-9]+)(?:\\.|$)", [{capture, [1], list}]),
    list_to_integer(Ordinal).

with_ordinal(Ordinal) ->
    [Name, Suffix] = re:split(atom_to_list(node()), "-[0-9]+(?=\\.|$)", [{return, list}, {parts, 2}]),
    list_to_atom(Name ++ "-" ++ integer_to_list(Ordinal) ++ Suffix).

within_seconds(Seconds) -> erlang:monotonic_time(millisecond) + Seconds * 1000.

is_late(Until) -> erlang:monotonic_time(millisecond) > Until.

%% Whether something is so before it is late.
await(Until, Condition) ->
    case Condition() of
        true -> true;
        false -> case is_late(Until) of true -> false; false -> timer:sleep(250), await(Until, Condition) end
    end.

is_majority(Some, All) -> 2 * length(Some) > length(All).

quietly(Function) -> try Function() catch _:_ -> ok end.

%% One change of the cluster at a time.
locked(Nodes, Function) ->
    Lock = {?MODULE, self()},
    case global:set_lock(Lock, Nodes, 0) of
        true -> try Function() after global:del_lock(Lock, Nodes) end;
        false -> busy
    end.

%% The brokers that have left, so that one that comes back with old data is known for what it is.
left() -> case rabbit_runtime_parameters:value_global(?MODULE) of Names when is_list(Names) -> [binary_to_atom(Name, utf8) || Name <- Names]; _ -> [] end.

note_left(Node) ->
    Names = lists:usort([atom_to_binary(Name, utf8) || Name <- [Node | left()], Name =:= Node orelse not lists:member(Name, members())]),
    rabbit_runtime_parameters:set_global(?MODULE, Names, ?USER).

%% All that a node has written: what rabbit_db names is the metadata alone where Khepri has it.
data_folder_of(Node) ->
    case rpc:call(Node, rabbit, data_dir, [], 5000) of
        {badrpc, _} -> rpc:call(Node, rabbit_mnesia, dir, [], 5000);
        Folder -> Folder
    end.

shuffled(List) -> [Element || {_, Element} <- lists:sort([{rand:uniform(), Element} || Element <- List])].

names(Nodes) -> lists:join(", ", [atom_to_list(Node) || Node <- Nodes]).

titles(Queues) -> first_of([title(Queue) || Queue <- Queues], ", ").

first_of(List) -> lists:sublist(List, 5).

first_of(List, Separator) ->
    lists:join(Separator, lists:sublist(List, 5) ++ [io_lib:format("and ~b more", [length(List) - 5]) || length(List) > 5]).
`;
