%% Where replicas and leaders of queues belong. These functions only decide; they change nothing.
%% Each plans the changes of all queues from one listing.
-module(rabbitmq_membership_placement).
-export([balance/3, vacate/4, drop/2, give_back/2, level/2]).

-type queue() :: #{
    name := term(),
    type := quorum | stream,
    replicas := [node()],
    leader := node() | none,
    target := pos_integer(),
    _ => _
}.

%% What changes about one queue, in the order in which it changes. Drop has replicas on brokers that
%% are no cluster members. Before a replica of Remove is removed, those of Hold have to be in step.
-type change() :: #{
    queue := queue(),
    drop := [node()],
    add := [node()],
    lead := node() | none,
    remove := [node()],
    hold := [node()]
}.
-type options() :: #{
    members := [node()], trim := boolean(), spread := boolean(), leaders := [node()], level := boolean()
}.
-export_type([queue/0, change/0, options/0]).

%% A queue with its final replicas and leader.
-type placed() :: {queue(), [node()], node() | none}.
-type counts() :: #{node() => non_neg_integer()}.

%% Gives each queue its target of replicas on these brokers and, if wanted, each broker equally many
%% replicas and leaders of quorum queues. Replicas on other cluster members stay.
-spec balance([queue()], [node()], options()) -> [change()].
balance(Queues, Nodes, Options) ->
    #{members := Members, trim := Trim, spread := Spread, leaders := Able} = Options,
    Kept = [{Queue, [Node || Node <- Replicas, lists:member(Node, Members)], Leader}
        || {Queue, Replicas, Leader} <- placed(Queues)],
    Trimmed = case Trim of true -> trim(Kept, []); false -> Kept end,
    Grown = grow(Trimmed, Nodes, fun(_) -> true end),
    Replaced = case Spread of true -> spread(Grown, Nodes); false -> Grown end,
    Led = lead(Replaced, Able),
    changes(case Options of #{level := true} -> even_leaders(Led, Able); _ -> Led end, Nodes, Members).

%% Moves the replicas of one broker to brokers that stay. Queues get their target of replicas there.
-spec vacate([queue()], node(), [node()], [node()]) -> [change()].
vacate(Queues, Leaving, Stay, Able) ->
    Kept = placed(Queues),
    IsHeld = fun(Replicas) -> lists:member(Leaving, Replicas) end,
    Rest = [{Queue, lists:delete(Leaving, Replicas), Leader}
        || {Queue, Replicas, Leader} <- grow(Kept, Stay, IsHeld)],
    changes([Placed || {#{replicas := Before}, _, _} = Placed <- lead(Rest, Able), IsHeld(Before)],
        Stay, all).

%% Removes replicas above a queue's target: from these brokers first, then from those with the most.
-spec give_back([queue()], [node()]) -> [change()].
give_back(Queues, First) ->
    Kept = placed(Queues),
    Able = lists:usort([Node || {_, Replicas, _} <- Kept, Node <- Replicas]) -- First,
    changes(lead(trim(Kept, First), Able), all, all).

%% Moves leaders of quorum queues, so that these brokers lead equally many, as far as replicas allow.
-spec level([queue()], [node()]) -> [change()].
level(Queues, Able) ->
    Kept = placed(Queues),
    changes(even_leaders(Kept, Able), all, all).

%% Removes the replicas of a broker that has lost them.
-spec drop([queue()], node()) -> [change()].
drop(Queues, Lost) ->
    [#{queue => Queue, drop => [Lost], add => [], lead => none, remove => [], hold => []}
        || #{replicas := Replicas} = Queue <- Queues, lists:member(Lost, Replicas)].

%% How many replicas are missing on these brokers until there are as many as the target, or one on
%% each of them.
lacks(Replicas, Target, Nodes) ->
    min(Target, length(Nodes)) - length([Node || Node <- Replicas, lists:member(Node, Nodes)]).

placed(Queues) ->
    [{Queue, Replicas, Leader} || #{replicas := Replicas, leader := Leader} = Queue <- Queues].

%% Removes replicas above the target.
trim(All, First) ->
    Trim = fun({#{type := Type, target := Target} = Queue, Replicas, Leader}, Counts) ->
        {Kept, Left} = trim(Replicas, length(Replicas) - Target, First, maps:get(Type, Counts)),
        {{Queue, Kept, Leader}, Counts#{Type := Left}}
    end,
    {Trimmed, _} = lists:mapfoldl(Trim, counts_by_type(All), All),
    Trimmed.

trim(Replicas, Surplus, _, Counts) when Surplus =< 0 -> {Replicas, Counts};
trim(Replicas, Surplus, First, Counts) ->
    Node = case [Node || Node <- First, lists:member(Node, Replicas)] of
        [Found | _] -> Found;
        [] -> most(Replicas, Counts)
    end,
    trim(lists:delete(Node, Replicas), Surplus - 1, First, counted(Node, -1, Counts)).

%% Adds replicas up to the target, each on the broker with the fewest.
grow(All, Nodes, Applies) ->
    Grow = fun({#{type := Type, target := Target} = Queue, Replicas, Leader} = Placed, Counts) ->
        case Applies(Replicas) of
            true ->
                Lacking = lacks(Replicas, Target, Nodes),
                {Grown, Now} = grow_by(Replicas, Lacking, Nodes, maps:get(Type, Counts)),
                {{Queue, Grown, Leader}, Counts#{Type := Now}};
            false -> {Placed, Counts}
        end
    end,
    {Grown, _} = lists:mapfoldl(Grow, counts_by_type(All), All),
    Grown.

grow_by(Replicas, Lacking, _, Counts) when Lacking =< 0 -> {Replicas, Counts};
grow_by(Replicas, Lacking, Nodes, Counts) ->
    Node = fewest(Nodes -- Replicas, Counts),
    grow_by([Node | Replicas], Lacking - 1, Nodes, counted(Node, 1, Counts)).

%% Moves replicas of quorum queues, so that brokers have equally many. Replicas of streams stay: each
%% change restarts all of a stream's replicas.
spread(All, Nodes) ->
    Items = maps:from_list([{Name, lists:partition(IsHeld, Nodes)}
        || {#{type := quorum, name := Name}, Replicas, _} <- All,
            IsHeld <- [fun(Node) -> lists:member(Node, Replicas) end]]),
    Moved = even(Items, Nodes),
    [case Moved of
        #{Name := {Here, _}} -> {Queue, Here ++ (Replicas -- Nodes), Leader};
        _ -> Placed
    end || {#{name := Name} = Queue, Replicas, Leader} = Placed <- All].

%% Gives queues whose leader loses its replica another one: the broker that leads the fewest.
lead(All, Able) ->
    Held = [Leader || {#{type := quorum}, Replicas, Leader} <- All, lists:member(Leader, Replicas)],
    Lead = fun
        ({#{type := quorum} = Queue, Replicas, Leader} = Placed, Counts) when Leader =/= none ->
            Heirs = [Node || Node <- Replicas, lists:member(Node, Able)],
            IsLosing = lists:member(Leader, maps:get(replicas, Queue) -- Replicas),
            case IsLosing andalso Heirs =/= [] of
                true ->
                    Heir = fewest(Heirs, Counts),
                    {{Queue, Replicas, Heir}, counted(Heir, 1, Counts)};
                false -> {Placed, Counts}
            end;
        (Placed, Counts) -> {Placed, Counts}
    end,
    {Led, _} = lists:mapfoldl(Lead, counts(Held), All),
    Led.

even_leaders(All, Able) ->
    Items = maps:from_list([{Name, {[Leader], [Node || Node <- Replicas -- [Leader],
            lists:member(Node, Able)]}}
        || {#{type := quorum, name := Name}, Replicas, Leader} <- All, lists:member(Leader, Able)]),
    Moved = even(Items, Able),
    [case Moved of
        #{Name := {[Leader], _}} -> {Queue, Replicas, Leader};
        _ -> Placed
    end || {#{name := Name} = Queue, Replicas, _} = Placed <- All].

%% Moves items from brokers that have at least two more than others, the widest gap first, until no
%% move makes brokers more equal. An item has the brokers that it is on and those that it can go to.
even(Items, Nodes) ->
    Counts = counts([Node || {Here, _} <- maps:values(Items), Node <- Here]),
    All = maps:merge(maps:from_list([{Node, 0} || Node <- Nodes]), Counts),
    even(Items, All, maps:fold(fun indexed/3, #{}, Items)).

even(Items, Counts, Index) ->
    Gaps = [{More - Fewer, From, To} || {From, More} <- maps:to_list(Counts),
        {To, Fewer} <- maps:to_list(Counts), More - Fewer > 1, is_map_key({From, To}, Index)],
    case Gaps of
        [] -> Items;
        _ ->
            {_, From, To} = lists:max(Gaps),
            {Key, _, _} = maps:next(maps:iterator(maps:get({From, To}, Index))),
            {Here, There} = Item = maps:get(Key, Items),
            Moved = {[To | lists:delete(From, Here)], [From | lists:delete(To, There)]},
            even(
                Items#{Key := Moved}, counted(From, -1, counted(To, 1, Counts)),
                indexed(Key, Moved, unindexed(Key, Item, Index))
            )
    end.

%% The items that can go from one broker to another, by these two.
indexed(Key, Item, Index) ->
    Add = fun(Pair, Found) -> Found#{Pair => (maps:get(Pair, Found, #{}))#{Key => []}} end,
    lists:foldl(Add, Index, pairs(Item)).

unindexed(Key, Item, Index) ->
    Remove = fun(Pair, Found) ->
        case maps:remove(Key, maps:get(Pair, Found)) of
            Empty when map_size(Empty) =:= 0 -> maps:remove(Pair, Found);
            Rest -> Found#{Pair := Rest}
        end
    end,
    lists:foldl(Remove, Index, pairs(Item)).

pairs({Here, There}) -> [{From, To} || From <- Here, To <- There].

-spec changes([placed()], [node()] | all, [node()] | all) -> [change()].
changes(All, Nodes, Members) ->
    [Change || Placed <- All, Change <- change(Placed, Nodes, Members)].

change({#{replicas := Before, leader := Leader} = Queue, After, Lead}, Nodes, Members) ->
    Gone = Before -- After,
    Drop = [Node || Node <- Gone, Members =/= all, not lists:member(Node, Members)],
    Change = #{
        queue => Queue, drop => Drop, add => After -- Before, remove => Gone -- Drop,
        lead => case Lead of Leader -> none; _ -> Lead end,
        hold => [Node || Node <- After, Nodes =:= all orelse lists:member(Node, Nodes)]
    },
    case Change of
        #{drop := [], add := [], remove := [], lead := none} -> [];
        _ -> [Change]
    end.

-spec counts([node()]) -> counts().
counts(Held) -> lists:foldl(fun(Node, Counts) -> counted(Node, 1, Counts) end, #{}, Held).

counts_by_type(All) ->
    Counts = fun(Wanted) ->
        counts([Node || {#{type := Type}, Replicas, _} <- All, Type =:= Wanted, Node <- Replicas])
    end,
    #{quorum => Counts(quorum), stream => Counts(stream)}.

counted(Node, Difference, Counts) -> Counts#{Node => count(Node, Counts) + Difference}.

count(Node, Counts) -> maps:get(Node, Counts, 0).

fewest(Nodes, Counts) -> element(2, lists:min([{count(Node, Counts), Node} || Node <- Nodes])).

most(Nodes, Counts) -> element(2, lists:max([{count(Node, Counts), Node} || Node <- Nodes])).
