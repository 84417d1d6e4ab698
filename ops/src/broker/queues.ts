import { RUNNING_NODES } from './erlang-texts';

/** What `rabbitmqctl list_queues` says of a queue. */
export interface QueueInfo {
  readonly name: string;
  readonly vhost: string;
  readonly type: string;
  readonly messages: number;
  /** The leader's node; empty where there is none. */
  readonly leader: string;
  readonly members: readonly string[];
  readonly online: readonly string[];
  /** `running`, `down`, `crashed` … */
  readonly state: string;
  /** How many members its policy or its arguments ask for; undefined where neither does. */
  readonly groupSize?: number;
}

/** A queue as the broker gives it, where each field may be another term. */
export type RawQueue = Readonly<Record<'name' | 'vhost' | 'type' | 'messages' | 'leader' | 'members' | 'online' | 'state' | 'group_size', unknown>>;

/**
 * What `list_queues` does, of all virtual hosts: that takes one of them, and starting `rabbitmqctl` for each takes
 * longer than all that it asks. Each of the running nodes, and what is said of queues that are down, ends with
 * `finished`. `list_queues` keeps quiet on queues whose leader was on a node that is down, and whose other members
 * elected none; they are asked here.
 */
export const ALL_QUEUES = `
Keys = [name, type, messages, leader, members, online, state, arguments, effective_policy_definition],
Nodes = ${RUNNING_NODES},
Plain = fun({name, {resource, _, queue, Name}}) -> {name, Name};
           ({Key, Value}) when is_atom(Value); is_integer(Value); is_list(Value) -> {Key, Value};
           ({Key, Value}) -> {Key, iolist_to_binary(io_lib:format("~0tp", [Value]))} end,
Asked = fun(Info) ->
  {Policy, Arguments} = case proplists:get_value(type, Info) of
    quorum -> {<<"target-group-size">>, [<<"x-quorum-target-group-size">>, <<"x-quorum-initial-group-size">>]};
    stream -> {<<"initial-cluster-size">>, [<<"x-initial-cluster-size">>]};
    _ -> {none, []} end,
  Policies = case proplists:get_value(effective_policy_definition, Info) of Map when is_map(Map) -> maps:to_list(Map); List when is_list(List) -> List; _ -> [] end,
  Given = case proplists:get_value(arguments, Info) of Table when is_list(Table) -> Table; _ -> [] end,
  Sizes = [Size || {Key, Size} <- Policies, Key =:= Policy] ++ [Size || Argument <- Arguments, {Key, _, Size} <- Given, Key =:= Argument],
  case [Size || Size <- Sizes, is_integer(Size), Size > 0] of [Size | _] -> Size; [] -> none end end,
Collect = fun Collect(_, 0) -> [];
              Collect(Ref, Left) -> receive
                {Ref, finished} -> Collect(Ref, Left - 1);
                {Ref, [], continue} -> Collect(Ref, Left);
                {Ref, Info, continue} -> [Info | Collect(Ref, Left)]
              after 60000 -> exit(queues_do_not_answer) end end,
lists:append([begin
  Ref = make_ref(),
  rabbit_amqqueue:emit_info_all(Nodes, VHost, Keys, Ref, self()),
  rabbit_amqqueue:emit_info_down(VHost, Keys, Ref, self()),
  Told = Collect(Ref, length(Nodes) + 1),
  Names = sets:from_list([proplists:get_value(name, Info) || Info <- Told]),
  Untold = [Info || Q <- rabbit_amqqueue:list(VHost), not sets:is_element(amqqueue:get_name(Q), Names), [_ | _] = Info <- [catch rabbit_amqqueue:info(Q, Keys)]],
  [maps:from_list([{vhost, VHost}, {group_size, Asked(Info)} | [Plain(Item) || {Key, _} = Item <- Info, Key =/= arguments, Key =/= effective_policy_definition]]) || Info <- Told ++ Untold]
end || VHost <- rabbit_vhost:list_names()]).`;

export function queueOf({
  name,
  vhost,
  type,
  messages,
  leader,
  members,
  online,
  state,
  group_size: groupSize,
}: RawQueue): QueueInfo {
  return {
    name: text(name),
    vhost: text(vhost),
    type: text(type),
    messages: Number(messages) || 0,
    leader: text(leader),
    members: nodes(members),
    online: nodes(online),
    state: text(state),
    ...typeof groupSize === 'number' && { groupSize },
  };
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function nodes(value: unknown): string[] {
  return Array.isArray(value) ? value as string[] : [];
}
