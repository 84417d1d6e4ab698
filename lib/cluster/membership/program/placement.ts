/** The part of the program that gives each queue its members, and each node its share of members and leaders. */
export const PLACEMENT = String.raw`
%% Has each queue have as many members on these nodes as it is to have, and each node as many members as any other.
%% Ends after some seconds; answers how much was done, and what couldn't be.
arrange(Nodes, Seconds) ->
    Until = within_seconds(Seconds),
    Grown = lists:foldl(fun(Queue, Done) -> grow(Queue, Nodes, Until, Done) end, {0, []}, replicated()),
    case {Grown, setting(spread, true)} of
        {{0, []}, true} -> spread(Nodes, Until, Grown);
        _ -> Grown
    end.

grow(Queue, Nodes, Until, {Count, Problems} = Done) ->
    case is_late(Until) orelse is_grown(Queue, Nodes) of
        true -> Done;
        false ->
            Free = Nodes -- members_of(Queue),
            Counts = counts(Nodes, [Member || Other <- of_type(amqqueue:get_type(Queue)), Member <- members_of(Other)]),
            Node = least(Free, Counts),
            case add(Queue, Node) of
                ok ->
                    case fresh(Queue) of gone -> Done; Now -> grow(Now, Nodes, Until, {Count + 1, Problems}) end;
                {error, Problem} -> {Count, [{title(Queue), Node, Problem} | Problems]}
            end
    end.

%% Whether a queue has as many members on these nodes as it is to have.
is_grown(Queue, Nodes) ->
    length([Member || Member <- members_of(Queue), lists:member(Member, Nodes)]) >= min(target(Queue), length(Nodes)).

%% Moves members of quorum queues from nodes that have more to those that have fewer. Not of streams: each change restarts them.
spread(Nodes, Until, {Count, Problems} = Done) ->
    Queues = of_type(rabbit_quorum_queue),
    Counts = counts(Nodes, [Member || Queue <- Queues, Member <- members_of(Queue)]),
    case move(Nodes, Counts, fun(From, To) ->
        [Queue || Queue <- Queues, lists:member(From, members_of(Queue)), not lists:member(To, members_of(Queue))]
    end) of
        {Queue, From, To} ->
            case not is_late(Until) andalso add(Queue, To) of
                false -> Done;
                ok ->
                    case remove(Queue, From, [To]) of
                        ok -> spread(Nodes, Until, {Count + 1, Problems});
                        {error, Problem} -> {Count, [{title(Queue), From, Problem} | Problems]}
                    end;
                {error, Problem} -> {Count, [{title(Queue), To, Problem} | Problems]}
            end;
        none -> Done
    end.

%% Takes members away where a queue has more than it is to have, as when brokers were to leave and stay after all: from these nodes
%% first, then from those that have most. Answers how many.
shrink(First) ->
    Until = within_seconds(?ARRANGING),
    lists:sum([shrink(Queue, First) || Queue <- replicated(), not is_late(Until)]).

shrink(Queue, First) ->
    Members = members_of(Queue),
    case length(Members) > target(Queue) andalso is_caught_up(Queue, Members) of
        true ->
            Counts = counts(Members, [Member || Other <- of_type(amqqueue:get_type(Queue)), Member <- members_of(Other)]),
            [Node | _] = [Member || Member <- First, lists:member(Member, Members)] ++ [most(Members, Counts)],
            case remove(Queue, Node, Members) of
                ok -> case fresh(Queue) of gone -> 1; Now -> 1 + shrink(Now, First) end;
                {error, _} -> 0
            end;
        false -> 0
    end.

%% Gives each node as many leaders of quorum queues as any other, as far as its members allow; none to one in maintenance.
%% A queue whose leader doesn't move is left out. Answers whether that is done, or more could be later.
level(Nodes) -> level(rabbit_maintenance:filter_out_drained_nodes_local_read(Nodes), 0, [], within_seconds(?ARRANGING)).

level(Nodes, Moved, Stuck, Until) ->
    Queues = of_type(rabbit_quorum_queue),
    Counts = counts(Nodes, [leader_of(Queue) || Queue <- Queues]),
    case move(Nodes, Counts, fun(From, To) ->
        [Queue || Queue <- Queues, leader_of(Queue) =:= From, lists:member(To, members_of(Queue)), not lists:member(amqqueue:get_name(Queue), Stuck)]
    end) of
        none -> done;
        {Queue, _, To} ->
            case {is_late(Until), Moved} of
                {true, 0} -> done;
                {true, _} -> more;
                {false, _} ->
                    case is_led(Queue, To) of
                        true -> level(Nodes, Moved + 1, Stuck, Until);
                        false -> level(Nodes, Moved, [amqqueue:get_name(Queue) | Stuck], Until)
                    end
            end
    end.

is_led(Queue, Node) ->
    quietly(fun() -> lead(Queue, Node) end),
    await(within_seconds(2), fun() -> case fresh(Queue) of gone -> true; Found -> leader_of(Found) =:= Node end end).

%% A queue to move from a node that has two or more above another one, the widest gap first.
move(Nodes, Counts, Movable) ->
    Pairs = lists:reverse(lists:sort([{maps:get(From, Counts) - maps:get(To, Counts), From, To} || From <- Nodes, To <- Nodes])),
    first([{From, To} || {Gap, From, To} <- Pairs, Gap > 1], Movable).

first([], _) -> none;
first([{From, To} | Rest], Movable) ->
    case Movable(From, To) of
        [Queue | _] -> {Queue, From, To};
        [] -> first(Rest, Movable)
    end.

counts(Nodes, Held) ->
    lists:foldl(fun(Node, Counts) -> case Counts of #{Node := Count} -> Counts#{Node := Count + 1}; _ -> Counts end end,
        maps:from_list([{Node, 0} || Node <- Nodes]), Held).

least(Nodes, Counts) -> element(2, lists:min([{maps:get(Node, Counts), Node} || Node <- Nodes])).

most(Nodes, Counts) -> element(2, lists:max([{maps:get(Node, Counts), Node} || Node <- Nodes])).

of_type(Type) -> [Queue || Queue <- replicated(), amqqueue:get_type(Queue) =:= Type].
`;
