%% What the first running broker does for the whole cluster: forgets brokers that are gone, admits
%% those that come back, and keeps replicas and leaders balanced.
-module(rabbitmq_membership_keep).
-export([keep/2, locked/2]).

-include("rabbitmq_membership.hrl").

-import(rabbitmq_membership_broker, [members/0, running/0]).
-import(rabbitmq_membership_kubernetes, [goes_on/1, say/3, tell/4, waits/4]).
-import(rabbitmq_membership_ordinals, [ordinal/1, stay/2, with_ordinal/1]).
-import(rabbitmq_membership_util, [
    first_of/1, is_majority/2, names/1, quietly/1, setting/2, titles/1
]).

%% Rounds between two checks of all queues while the members are the same.
-define(CALM, 10).
%% Seconds after which a broker that is surplus and down counts as gone.
-define(GONE, 20).
%% Seconds for which the same brokers have to run before leaders are balanced again.
-define(LEVEL, 30).
%% Seconds to wait for brokers that are desired and have not joined.
-define(JOINING, 60).

%% One round. The state belongs to this broker's loop.
-spec keep(map(), map()) -> map().
keep(#{replicas := Replicas} = Wanted, State) ->
    Members = members(),
    Running = running(),
    rabbitmq_membership_broker:set_size_hint(Running, Replicas),
    Stay = stay(Members, Wanted),
    Surplus = (Members -- Stay) -- Running,
    Now = erlang:monotonic_time(second),
    Before = maps:get(down, State, #{}),
    Down = maps:from_list([{Node, maps:get(Node, Before, Now)} || Node <- Members -- Running]),
    Changed = case State of
        #{members := Members} -> false;
        #{members := _} -> true;
        _ -> false
    end,
    Since = case State of
        #{since := Given} when not Changed -> Given;
        _ -> Now
    end,
    {Same, Level} = case State of
        #{running := Running, same := At, level := Due} -> {At, Due};
        _ -> {Now, true}
    end,
    Dirty = Changed orelse maps:get(dirty, State, false),
    Gone = [Node || Node <- Surplus, Now - maps:get(Node, Down) >= ?GONE],
    [expel(Node, Running) || Node <- Gone],
    [goes_on({forget, Node}) || {{waits, {forget, Node}}, _} <- get(), not maps:is_key(Node, Down)],
    readmit(Wanted, Members, Running),
    IsComplete = length(Stay) =:= Replicas orelse Now - Since > ?JOINING,
    IsWhole = Stay -- Running =:= [] andalso IsComplete,
    Rounds = maps:get(rounds, State, 0),
    IsDue = Dirty orelse Rounds rem ?CALM =:= 0,
    StillDirty = case IsWhole andalso Gone =:= [] andalso IsDue of
        true -> tend(Stay, Members, Running, Dirty);
        false -> Dirty
    end,
    StillLevel = case IsWhole andalso not StillDirty andalso Level andalso Now - Same >= ?LEVEL of
        true -> done =/= locked(Running, fun() -> rabbitmq_membership_queues:level(Stay) end);
        false -> Level
    end,
    State#{
        members => Members, down => Down, since => Since, dirty => StillDirty,
        rounds => Rounds + 1, running => Running, same => Same, level => StillLevel
    }.

%% Only one broker changes the cluster at a time.
-spec locked([node()], fun(() -> Result)) -> Result | busy.
locked(Nodes, Change) ->
    Lock = {?RECORD, self()},
    case global:set_lock(Lock, Nodes, 0) of
        true -> try Change() after global:del_lock(Lock, Nodes) end;
        false -> busy
    end.

%% Balances replicas and, after a change of the members, leaders. Returns whether there is more to do.
tend(Stay, Members, Running, Dirty) ->
    Options = #{members => Members, trim => Dirty andalso Members =:= Stay, level => Dirty},
    case locked(Running, fun() -> rabbitmq_membership_queues:balance(Stay, Options) end) of
        busy -> Dirty;
        #{done := 0, failed := [], left := 0} ->
            goes_on(grow),
            Dirty andalso tell(normal, "Scaled",
                "replicas and leaders of queues are balanced over ~ts", [names(Stay)]),
            false;
        #{failed := []} = Result ->
            goes_on(grow),
            say_progress(Result),
            true;
        #{failed := Problems} = Result ->
            say_progress(Result),
            waits(grow, 'queue-member', "queues do not have all their replicas yet: ~0tp",
                [first_of(Problems)]),
            true
    end.

say_progress(#{done := Done, left := Left}) ->
    say(normal, "changed replicas and leaders of ~b queues, ~b are left", [Done, Left]).

%% Forgets a broker that is gone and surplus, unless its classic queues may have messages.
expel(Node, Running) ->
    Queues = rabbitmq_membership_broker:classic_queues(Node),
    case setting(classic_queues, wait) =:= wait andalso Queues =/= [] of
        true ->
            waits({forget, Node}, 'classic-queue',
                "~ts stopped without leaving the cluster, and its volume may have messages of "
                "classic queues. Scale out again so that it comes back, or delete the queues: ~ts",
                [Node, titles(Queues)]);
        false -> locked(Running, fun() -> forget(Node, Running) end)
    end.

%% Without a majority, other brokers that this one cannot reach may do the same.
forget(Node, Running) ->
    case is_majority(Running, members()) of
        true -> forget_by_majority(Node);
        false ->
            waits({forget, Node}, membership,
                "~ts stopped without leaving the cluster. It stays a member until a majority of "
                "the members runs", [Node])
    end.

forget_by_majority(Node) ->
    case rabbitmq_membership_queues:drop(Node) of
        #{failed := [], left := 0} ->
            rabbitmq_membership_broker:note_left(Node),
            quietly(fun() -> rabbitmq_membership_broker:forget_stream_node(Node) end),
            case rabbitmq_membership_broker:forget(Node) of
                ok ->
                    quietly(fun() -> rabbitmq_boot_claims:unmark(ordinal(Node)) end),
                    tell(normal, "Forgotten",
                        "~ts stopped without leaving the cluster, which has now removed it",
                        [Node]);
                Problem ->
                    waits({forget, Node}, membership, "~ts cannot be removed yet: ~0tp",
                        [Node, Problem])
            end;
        #{failed := []} -> ok;
        #{failed := Problems} ->
            waits({forget, Node}, 'queue-member',
                "~ts stopped without leaving the cluster. It stays a member until its replicas of "
                "queues can be removed: ~0tp", [Node, first_of(Problems)])
    end.

%% Desired brokers that cannot join: one that was forgotten while it was down still has its old
%% data, and one that lost its volume is still a member. Both start up to a point and wait there.
readmit(#{first := First, replicas := Replicas}, Members, Running) ->
    Wanted = [with_ordinal(Ordinal) || Ordinal <- lists:seq(First + 1, First + Replicas - 1)],
    [readmit_broker(Node, lists:member(Node, Members), Running)
        || Node <- Wanted -- Running, pong =:= ping(Node),
            false =:= rabbitmq_membership_broker:is_running(Node)].

readmit_broker(Node, IsMember, Running) ->
    case {rabbitmq_membership_broker:is_virgin(Node), IsMember} of
        {true, true} ->
            is_confirmed(virgin, Node) andalso locked(Running, fun() -> forget(Node, Running) end);
        {false, false} ->
            lists:member(Node, rabbitmq_membership_broker:left()) andalso
                is_confirmed(stale, Node) andalso wipe(Node);
        _ -> erase({virgin, Node}), erase({stale, Node})
    end.

%% Whether this was the case three times in a row.
is_confirmed(What, Node) ->
    Times = case get({What, Node}) of undefined -> 1; Count -> Count + 1 end,
    put({What, Node}, Times),
    Times >= 3.

ping(Node) ->
    {Pid, Reference} = spawn_monitor(fun() -> exit(net_adm:ping(Node)) end),
    receive {'DOWN', Reference, process, Pid, Answer} -> Answer
    after 3000 -> exit(Pid, kill), pang
    end.

wipe(Node) ->
    Folder = rabbitmq_membership_broker:data_folder(Node),
    Old = Folder ++ ".left",
    rpc:call(Node, file, del_dir_r, [Old], 60000),
    case rpc:call(Node, file, rename, [Folder, Old], 5000) of
        ok ->
            rpc:call(Node, file, del_dir_r, [Old], 60000),
            tell(normal, "DataOfFormerMemberDeleted",
                "~ts had left the cluster and came back with outdated data. It starts empty",
                [Node]),
            rpc:cast(Node, erlang, halt, [1, [{flush, false}]]);
        Problem ->
            say(warning, "the outdated data of ~ts cannot be moved away: ~0tp", [Node, Problem])
    end.
