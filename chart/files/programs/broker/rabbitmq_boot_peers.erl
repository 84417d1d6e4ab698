%% Asks the cluster's brokers for a place in it, from a broker that has not booted.
-module(rabbitmq_boot_peers).
-export([admit/1, peers/1]).
-export_type([answer/0]).
%% milliseconds for an answer
-define(ASKING, 5000).
%% milliseconds for a cluster to remove the former membership of this broker
-define(FORGETTING, 120000).

-type answer() :: {join, node()} | {wait, string()} | none.

%% Finds a broker that runs and has it remove this broker's former membership. Answers none where none runs.
-spec admit([integer()] | all) -> answer().
admit(Ordinals) ->
    connected(fun() ->
        case [{Peer, State} || {Peer, State} <- in_parallel(fun state/1, peers(Ordinals)), State =/= away] of
            [] -> none;
            Found ->
                case [Peer || {Peer, running} <- Found] of
                    [Member | _] -> forget(Member, list_to_atom(os:getenv("RABBITMQ_NODENAME")));
                    [] -> {wait, text("the data volume is empty, and no broker with data runs yet: ~ts boots", [element(1, hd(Found))])}
                end
        end
    end).

%% The names of the other brokers, of all that the cluster may have or of those with numbers.
-spec peers([integer()] | all) -> [node()].
peers(Ordinals) ->
    Name = os:getenv("RABBITMQ_NODENAME"),
    Own = rabbitmq_boot:ordinal(Name),
    [rabbitmq_boot:node_of(Ordinal, Name) || Ordinal <- candidates(Ordinals), Ordinal =/= Own].

candidates(all) ->
    First = rabbitmq_boot:setting(first, 0),
    lists:seq(First, First + rabbitmq_boot:setting(ordinals, 9) - 1);
candidates(Ordinals) -> Ordinals.

state(Peer) ->
    case rpc:call(Peer, rabbit, is_running, [], ?ASKING) of
        true -> running;
        {badrpc, _} -> away;
        false ->
            case rpc:call(Peer, rabbitmq_boot_volume, has_data, [], ?ASKING) of
                false -> away;
                _ -> boots
            end
    end.

forget(Member, Node) ->
    case rpc:call(Member, rabbitmq_boot_members, forget, [Node], ?FORGETTING) of
        ok -> {join, Member};
        {error, Reason} -> {wait, text("~ts cannot remove the former membership of this broker: ~ts", [Member, Reason])};
        {badrpc, {'EXIT', {undef, _}}} ->
            give(Member, [rabbitmq_boot, rabbitmq_boot_members]),
            {wait, text("~ts runs an older program, and gets this one", [Member])};
        {badrpc, Reason} -> {wait, text("~ts does not answer: ~0tP", [Member, Reason, 20])}
    end.

%% A broker from before this program has none of its modules.
give(Member, Modules) ->
    [rpc:call(Member, code, load_binary, [Module, atom_to_list(Module), persistent_term:get({rabbitmq_boot, Module})], ?ASKING)
        || Module <- Modules].

%% RabbitMQ starts distribution itself later, under the broker's name: this node has another, and is hidden.
connected(Function) ->
    [_, Host] = string:split(os:getenv("RABBITMQ_NODENAME"), "@"),
    Name = list_to_atom("boot-" ++ os:getpid() ++ "@" ++ Host),
    Options = #{name_domain => longnames, hidden => true, dist_listen => false},
    case net_kernel:start(Name, Options) of
        {ok, _} -> try Function() after net_kernel:stop() end;
        {error, Reason} -> {wait, text("Erlang distribution does not start: ~0tP", [Reason, 20])}
    end.

in_parallel(Function, Items) ->
    Self = self(),
    Asked = [{Item, spawn_monitor(fun() -> Self ! {self(), Function(Item)}, ok end)} || Item <- Items],
    [receive
         {Pid, Answer} -> demonitor(Reference, [flush]), {Item, Answer};
         {'DOWN', Reference, process, Pid, _} -> {Item, away}
     end || {Item, {Pid, Reference}} <- Asked].

text(Format, Values) -> lists:flatten(io_lib:format(Format, Values)).
