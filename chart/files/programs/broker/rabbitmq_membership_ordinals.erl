%% The ordinals of brokers: a broker's Erlang node has the name of its pod of the StatefulSet.
-module(rabbitmq_membership_ordinals).
-export([ordinal/1, with_ordinal/1, with_ordinal/2, sorted/1, stay/2]).

-spec ordinal(node()) -> non_neg_integer().
ordinal(Node) -> rabbitmq_boot:ordinal(atom_to_list(Node)).

%% The broker of another ordinal in this broker's StatefulSet.
-spec with_ordinal(non_neg_integer()) -> node().
with_ordinal(Ordinal) -> with_ordinal(node(), Ordinal).

-spec with_ordinal(node(), non_neg_integer()) -> node().
with_ordinal(Node, Ordinal) -> rabbitmq_boot:node_of(Ordinal, atom_to_list(Node)).

-spec sorted([node()]) -> [node()].
sorted(Nodes) -> [Node || {_, Node} <- lists:sort([{ordinal(Node), Node} || Node <- Nodes])].

%% The brokers that the StatefulSet keeps.
-spec stay([node()], map()) -> [node()].
stay(Nodes, #{first := First, replicas := Replicas}) ->
    [Node || Node <- Nodes, ordinal(Node) < First + Replicas].
