%% What a topology may remove is recorded in the brokers, by a global parameter with the topology's name: a list of keys.
%% Only what is recorded and no longer declared is removed, and nothing that holds messages or is in use.
-define(RECORD, <<"cdk8s-rabbitmq.topology.">>).
-define(SETTLE_MS, 6000).

recorded(#{topology := Topology}, Before) ->
    case maps:find({'global-parameter', <<?RECORD/binary, Topology/binary>>}, Before) of
        {ok, #{<<"value">> := #{<<"removable">> := Keys}}} when is_list(Keys) -> lists:usort([decode(Key) || Key <- Keys]);
        _ -> []
    end.

%% RabbitMQ keeps an empty list as an empty object, so that keys are texts in a list that is left out when there is none.
record(_, Same, Same) -> ok;
record(#{topology := Topology} = Api, _, Keys) ->
    Name = <<?RECORD/binary, Topology/binary>>,
    Answer = case Keys of
        [] -> persistent(delete, Api, path([<<"global-parameters">>, Name]), none);
        _ -> persistent(put, Api, path([<<"global-parameters">>, Name]), #{<<"name">> => Name, <<"value">> => #{<<"removable">> => [iolist_to_binary(encode(Key)) || Key <- Keys]}})
    end,
    case is_success(Answer) orelse element(1, Answer) =:= 404 of
        true -> ok;
        false ->
            say(Api, "failed   to record what the topology may remove: ~ts", [reason(Answer)]),
            halt(1)
    end.

record_key(Object) -> maps:without([<<"body">>, <<"removal">>, <<"recreate">>, <<"secret">>, <<"hash">>, <<"missing">>, <<"password">>], with_binding(Object)).

with_binding(#{<<"kind">> := <<"binding">>, <<"body">> := Body} = Binding) -> maps:merge(Binding, Body);
with_binding(#{<<"kind">> := <<"topic-permission">>, <<"body">> := #{<<"exchange">> := Exchange}} = Permission) -> Permission#{<<"exchange">> => Exchange};
with_binding(Object) -> Object.

%% The results, and what stays recorded. Bindings go first and virtual hosts last.
remove_all(Api, Before, Objects, Gone) ->
    Declared = maps:from_list([{key(Object), true} || Object <- Objects]),
    Order = [<<"binding">>, <<"parameter">>, <<"queue">>, <<"exchange">>, <<"policy">>, <<"operator-policy">>, <<"topic-permission">>, <<"user">>, <<"global-parameter">>, <<"vhost">>],
    Results = lists:append([pmap(fun(Object) -> {Object, remove(Api, Before, Object)} end,
        [Object || #{<<"kind">> := Kind} = Object <- Gone, Kind =:= Wanted, not maps:is_key(recorded_key(Object), Declared)]) || Wanted <- Order]),
    {[Result || {_, Result} <- Results, Result =/= none], [Object || {Object, Result} <- Results, Result =/= none, element(1, Result) =/= removed]}.

recorded_key(#{<<"kind">> := <<"binding">>} = Binding) -> binding_key(Binding);
recorded_key(#{<<"kind">> := <<"topic-permission">>, <<"user">> := User, <<"vhost">> := Vhost, <<"exchange">> := Exchange}) -> {'topic-permission', User, Vhost, Exchange};
recorded_key(Object) -> key(Object).

remove(#{administrator := Name}, _, #{<<"kind">> := <<"user">>, <<"name">> := Name}) -> none;
remove(Api, Before, Object) ->
    case maps:is_key(recorded_key(Object), Before) of
        false -> none;
        true ->
            case delete_unused(Api, Object) of
                ok -> {removed, text(Object), none};
                {kept, Why} -> {kept, text(Object), Why};
                {error, Answer} -> failure(Object, Answer)
            end
    end.

%% Deletes an object that nobody misses: ok, {kept, Why}, or {error, Answer}.
delete_unused(Api, #{<<"kind">> := <<"queue">>, <<"vhost">> := Vhost, <<"name">> := Name}) ->
    Path = path([<<"queues">>, Vhost, Name]),
    case unused_since(Api, Path) of
        {ok, Published} ->
            timer:sleep(?SETTLE_MS),
            case unused_since(Api, Path) of
                {ok, Published} -> deleted(persistent(delete, Api, Path, none));
                {ok, _} -> {kept, "it is in use"};
                Other -> Other
            end;
        Other -> Other
    end;
delete_unused(Api, #{<<"kind">> := <<"exchange">>, <<"vhost">> := Vhost, <<"name">> := Name}) ->
    case persistent(delete, Api, path([<<"exchanges">>, Vhost, Name]) ++ "?if-unused=true", none) of
        {400, _} -> {kept, "it has bindings"};
        Answer -> deleted(Answer)
    end;
delete_unused(Api, #{<<"kind">> := <<"vhost">>, <<"name">> := Name}) ->
    case persistent(get, Api, path([<<"queues">>, Name]) ++ "?columns=name", none) of
        {200, Body} ->
            case decode(Body) of
                [] -> deleted(persistent(delete, Api, path([<<"vhosts">>, Name]), none));
                Queues -> {kept, io_lib:format("it has ~b queues", [length(Queues)])}
            end;
        Answer -> {error, Answer}
    end;
delete_unused(Api, #{<<"kind">> := <<"binding">>} = Binding) ->
    Path = path(binding_path(Binding)),
    case persistent(get, Api, Path, none) of
        {200, Body} ->
            Key = binding_key(Binding),
            Answers = [persistent(delete, Api, Path ++ "/" ++ quote(Properties), none)
                || #{<<"properties_key">> := Properties} = Found <- decode(Body), binding_key(Found) =:= Key],
            deleted(first_failure(Answers));
        Answer -> deleted(Answer)
    end;
delete_unused(Api, #{<<"kind">> := <<"topic-permission">>, <<"user">> := User, <<"vhost">> := Vhost, <<"exchange">> := Exchange}) ->
    deleted(persistent(delete, Api, path([<<"topic-permissions">>, Vhost, User, Exchange]), none));
delete_unused(Api, Object) ->
    {put, Path} = target(Object),
    deleted(persistent(delete, Api, path(Path), none)).

deleted({404, _}) -> ok;
deleted(Answer) -> case is_success(Answer) of true -> ok; false -> {error, Answer} end.

%% Quorum queues and streams don't delete on a condition, and their counters lag by 5 s: asked twice, and nothing may move between.
unused_since(Api, Path) ->
    case persistent(get, Api, Path, none) of
        {200, Body} ->
            Queue = decode(Body),
            Count = fun(Name) -> case maps:get(Name, Queue, 0) of Number when is_integer(Number) -> Number; _ -> unknown end end,
            case {Count(<<"messages">>), Count(<<"consumers">>), maps:is_key(<<"messages">>, Queue)} of
                {0, 0, true} -> {ok, maps:get(<<"publish">>, map(maps:get(<<"message_stats">>, Queue, #{})), 0)};
                {0, Consumers, true} -> {kept, io_lib:format("it has ~p consumers", [Consumers])};
                {_, _, false} -> {kept, "its number of messages is not known"};
                {Messages, _, _} -> {kept, io_lib:format("it has ~p messages", [Messages])}
            end;
        {404, _} -> {ok, gone};
        Answer -> {error, Answer}
    end.

map(Map) when is_map(Map) -> Map;
map(_) -> #{}.
