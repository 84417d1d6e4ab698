%% Creates and changes objects in an order in which nothing refers to what isn't there yet. A result is
%% `{Outcome, Text, Why}`: unchanged, created, changed, refused (the object can't be changed), failed, or retry.
-define(PHASES, [
    [<<"vhost">>, <<"user">>, <<"global-parameter">>],
    [<<"vhost-limits">>, <<"user-limits">>, <<"permission">>, <<"policy">>, <<"operator-policy">>],
    [<<"topic-permission">>, <<"federation-upstream">>],
    [<<"parameter">>],
    [<<"exchange">>],
    [<<"queue">>],
    [<<"binding">>],
    [<<"shovel">>]
]).

apply_all(Api, Before, Objects) ->
    allow_administrator(Api, Before, Objects),
    lists:append([apply_phase(Api, Before, [Object || Object <- Objects, lists:member(phase_kind(Object), Kinds)]) || Kinds <- ?PHASES])
        ++ revoke(Api, Before, Objects).

apply_phase(Api, Before, Objects) ->
    {Same, Differing} = lists:partition(fun(Object) -> is_done(Before, Object) end, Objects),
    [{unchanged, none, none} || _ <- Same] ++ pmap(fun(Object) -> apply_object(Api, Before, Object) end, Differing).

phase_kind(#{<<"kind">> := <<"parameter">>, <<"component">> := Component}) when Component =:= <<"federation-upstream">>; Component =:= <<"shovel">> -> Component;
phase_kind(#{<<"kind">> := Kind}) -> Kind.

is_done(_, #{<<"missing">> := _}) -> false;
is_done(Before, Object) ->
    case maps:find(key(Object), Before) of
        {ok, Actual} -> is_as_declared(Object, Actual);
        error -> false
    end.

apply_object(_, _, #{<<"missing">> := Path} = Object) -> {retry, text(Object), ["there is no file ", Path, ": create the Secret, or its key"]};
apply_object(#{administrator := Name}, _, #{<<"kind">> := <<"user">>, <<"name">> := Name} = User) ->
    {failed, text(User), "the Secret has the administrator's name; give the user another"};
apply_object(Api, Before, #{<<"kind">> := Kind} = Object) when Kind =:= <<"exchange">>; Kind =:= <<"queue">> ->
    case maps:find(key(Object), Before) of
        {ok, Actual} -> replace(Api, Object, Actual);
        error -> change(Api, Before, Object)
    end;
apply_object(Api, Before, #{<<"kind">> := Kind, <<"body">> := Body} = Object) when Kind =:= <<"vhost-limits">>; Kind =:= <<"user-limits">> ->
    Actual = maps:get(key(Object), Before, #{}),
    Path = case Object of #{<<"vhost">> := Name} -> [<<"vhost-limits">>, Name]; #{<<"user">> := Name} -> [<<"user-limits">>, Name] end,
    Answers = [persistent(put, Api, path(Path ++ [Limit]), #{<<"value">> => Value}) || {Limit, Value} <- maps:to_list(Body)]
        ++ [persistent(delete, Api, path(Path ++ [Limit]), none) || Limit <- maps:keys(plain(Actual)), not maps:is_key(Limit, Body)],
    outcome(Before, Object, first_failure(Answers));
apply_object(Api, Before, Object) -> change(Api, Before, Object).

first_failure(Answers) ->
    case [Answer || Answer <- Answers, not is_success(Answer)] of [] -> {204, <<>>}; [Failure | _] -> Failure end.

change(Api, Before, Object) ->
    {Method, Path} = target(Object),
    outcome(Before, Object, persistent(Method, Api, path(Path), request_body(Object))).

outcome(Before, Object, Answer) ->
    case {is_success(Answer), maps:is_key(key(Object), Before)} of
        {true, true} -> {changed, text(Object), none};
        {true, false} -> {created, text(Object), none};
        {false, _} -> failure(Object, Answer)
    end.

failure(Object, Answer) -> {case is_transient(Answer) of true -> retry; false -> failed end, text(Object), reason(Answer)}.

%% Exchanges and queues can't be changed. One that may be replaced is, once it is empty and unused.
replace(Api, #{<<"kind">> := Kind, <<"body">> := Body} = Object, Actual) ->
    Differences = [lists:join("; ", [io_lib:format("~ts is ~ts, declared: ~ts", [Name, shown(Found), shown(Declared)])
        || {Name, Declared, Found} <- differences(Kind, Body, Actual)])],
    case Object of
        #{<<"recreate">> := true} ->
            case delete_unused(Api, Object) of
                ok ->
                    case change(Api, #{}, Object) of
                        {created, Text, _} -> {changed, Text, "recreated"};
                        Failed -> Failed
                    end;
                {kept, Why} -> {refused, text(Object), [Differences, ". It is recreated once it is empty and unused: ", Why]};
                {error, Answer} -> failure(Object, Answer)
            end;
        _ -> {refused, text(Object), [Differences, ". RabbitMQ cannot change this: declare it under a new name and move the messages with a shovel, or set recreate"]}
    end.

shown(none) -> "none";
shown(Value) -> encode(Value).

target(#{<<"kind">> := <<"vhost">>, <<"name">> := Name}) -> {put, [<<"vhosts">>, Name]};
target(#{<<"kind">> := <<"user">>, <<"name">> := Name}) -> {put, [<<"users">>, Name]};
target(#{<<"kind">> := <<"permission">>, <<"user">> := User, <<"vhost">> := Vhost}) -> {put, [<<"permissions">>, Vhost, User]};
target(#{<<"kind">> := <<"topic-permission">>, <<"user">> := User, <<"vhost">> := Vhost}) -> {put, [<<"topic-permissions">>, Vhost, User]};
target(#{<<"kind">> := <<"policy">>, <<"vhost">> := Vhost, <<"name">> := Name}) -> {put, [<<"policies">>, Vhost, Name]};
target(#{<<"kind">> := <<"operator-policy">>, <<"vhost">> := Vhost, <<"name">> := Name}) -> {put, [<<"operator-policies">>, Vhost, Name]};
target(#{<<"kind">> := <<"parameter">>, <<"vhost">> := Vhost, <<"component">> := Component, <<"name">> := Name}) -> {put, [<<"parameters">>, Component, Vhost, Name]};
target(#{<<"kind">> := <<"global-parameter">>, <<"name">> := Name}) -> {put, [<<"global-parameters">>, Name]};
target(#{<<"kind">> := <<"exchange">>, <<"vhost">> := Vhost, <<"name">> := Name}) -> {put, [<<"exchanges">>, Vhost, Name]};
target(#{<<"kind">> := <<"queue">>, <<"vhost">> := Vhost, <<"name">> := Name}) -> {put, [<<"queues">>, Vhost, Name]};
target(#{<<"kind">> := <<"binding">>} = Binding) -> {post, binding_path(Binding)}.

binding_path(#{<<"vhost">> := Vhost, <<"source">> := Source, <<"destination">> := Destination, <<"destination_type">> := Type}) ->
    [<<"bindings">>, Vhost, <<"e">>, Source, binary:part(Type, 0, 1), Destination].

request_body(#{<<"kind">> := <<"user">>, <<"body">> := Body} = User) ->
    Tags = iolist_to_binary(lists:join(",", maps:get(<<"tags">>, Body))),
    maps:merge(Body#{<<"tags">> => Tags}, maps:with([<<"password">>], User));
request_body(#{<<"kind">> := <<"vhost">>, <<"body">> := #{<<"tags">> := Tags} = Body}) -> Body#{<<"tags">> => iolist_to_binary(lists:join(",", Tags))};
request_body(#{<<"body">> := Body}) -> Body.

%% The HTTP API declares exchanges and queues as its user, who needs the right to in their virtual host.
allow_administrator(#{administrator := Name} = Api, Before, Objects) ->
    All = #{<<"configure">> => <<".*">>, <<"write">> => <<".*">>, <<"read">> => <<".*">>},
    Vhosts = lists:usort([Vhost || #{<<"kind">> := Kind, <<"vhost">> := Vhost} = Object <- Objects,
        lists:member(Kind, [<<"exchange">>, <<"queue">>, <<"binding">>]), not is_done(Before, Object)]),
    [persistent(put, Api, path([<<"permissions">>, Vhost, Name]), All)
        || Vhost <- Vhosts, maps:is_key({vhost, Vhost}, Before), not has_all(maps:get({permission, Name, Vhost}, Before, #{}))].

has_all(Permission) -> [maps:get(Right, Permission, <<>>) || Right <- [<<"configure">>, <<"write">>, <<"read">>]] =:= [<<".*">>, <<".*">>, <<".*">>].

%% A declared user has the declared permissions and no other.
revoke(#{administrator := Administrator} = Api, Before, Objects) ->
    Users = [Name || #{<<"kind">> := <<"user">>, <<"name">> := Name} <- Objects, Name =/= Administrator],
    Declared = [key(Object) || #{<<"kind">> := <<"permission">>} = Object <- Objects],
    Extra = [Key || {permission, User, _} = Key <- maps:keys(Before), lists:member(User, Users), not lists:member(Key, Declared)],
    pmap(fun({permission, User, Vhost}) ->
        Object = #{<<"kind">> => <<"permission">>, <<"user">> => User, <<"vhost">> => Vhost},
        case persistent(delete, Api, path([<<"permissions">>, Vhost, User]), none) of
            {404, _} -> {removed, text(Object), none};
            Answer -> case is_success(Answer) of true -> {removed, text(Object), none}; false -> failure(Object, Answer) end
        end
    end, Extra).

text(#{<<"kind">> := <<"binding">>, <<"vhost">> := Vhost, <<"source">> := Source, <<"destination">> := Destination} = Binding) ->
    ["binding of \"", Source, "\" to \"", Destination, "\" by \"", maps:get(<<"routing_key">>, maps:get(<<"body">>, Binding, Binding), <<>>), "\" in \"", Vhost, "\""];
text(#{<<"kind">> := Kind, <<"user">> := User} = Object) ->
    [Kind, " of \"", User, "\"", case Object of #{<<"vhost">> := Vhost} -> [" in \"", Vhost, "\""]; _ -> [] end];
text(#{<<"kind">> := <<"parameter">>, <<"component">> := Component, <<"name">> := Name, <<"vhost">> := Vhost}) ->
    [Component, " \"", Name, "\" in \"", Vhost, "\""];
text(#{<<"kind">> := Kind, <<"name">> := Name, <<"vhost">> := Vhost}) -> [Kind, " \"", Name, "\" in \"", Vhost, "\""];
text(#{<<"kind">> := Kind, <<"vhost">> := Vhost}) -> [Kind, " of \"", Vhost, "\""];
text(#{<<"kind">> := Kind, <<"name">> := Name}) -> [Kind, " \"", Name, "\""].

%% The same as lists:map/2, with some at a time.
pmap(Function, Items) ->
    Parent = self(),
    Ref = make_ref(),
    Queue = spawn_link(fun() -> hand_out(Items, 1, ?PARALLEL) end),
    [spawn_link(fun() -> work(Queue, Parent, Ref, Function) end) || _ <- lists:seq(1, ?PARALLEL)],
    [receive {Ref, Number, Result} -> Result end || Number <- lists:seq(1, length(Items))].

hand_out(_, _, 0) -> ok;
hand_out(Items, Number, Workers) ->
    receive {more, Worker} ->
        case Items of
            [Item | Rest] -> Worker ! {item, Number, Item}, hand_out(Rest, Number + 1, Workers);
            [] -> Worker ! done, hand_out([], Number, Workers - 1)
        end
    end.

work(Queue, Parent, Ref, Function) ->
    Queue ! {more, self()},
    receive
        {item, Number, Item} -> Parent ! {Ref, Number, Function(Item)}, work(Queue, Parent, Ref, Function);
        done -> ok
    end.
