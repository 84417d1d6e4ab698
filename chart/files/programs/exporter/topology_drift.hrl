%% What of a declared topology is not in the brokers as declared, and what is in them besides. A user without rights to change
%% anything can read virtual hosts, limits, exchanges, queues, bindings and policies; users, permissions and parameters it can't.
-define(READABLE, [<<"vhost">>, <<"vhost-limits">>, <<"exchange">>, <<"queue">>, <<"binding">>, <<"policy">>, <<"operator-policy">>]).
-define(HEALTH, <<"rabbitmq-k8s.health">>).

%% A map from {missing | changed | undeclared, Kind, Vhost} to a number.
drift(Api, Folder) ->
    Declared = [Object || #{<<"kind">> := Kind} = Object <- declared_objects(Folder), lists:member(Kind, ?READABLE)],
    Actual = readable_state(Api),
    Keys = maps:from_list([{key(Object), Object} || Object <- Declared]),
    Found = [{State, Key} || {Key, Object} <- maps:to_list(Keys), State <- [compared(Object, maps:find(Key, Actual))]]
        ++ [{undeclared, Key} || Key <- maps:keys(Actual), not maps:is_key(Key, Keys), is_declarable(Key, Actual)],
    None = maps:from_list([{{State, element(1, Key), element(2, Key)}, 0} || Key <- maps:keys(Keys), State <- [missing, changed, undeclared]]),
    lists:foldl(fun
        ({same, _}, Counts) -> Counts;
        ({State, Key}, Counts) -> maps:update_with({State, element(1, Key), element(2, Key)}, fun(Count) -> Count + 1 end, 1, Counts)
    end, None, Found).

declared_objects(Folder) ->
    Files = lists:sort(filelib:wildcard(filename:join(Folder, "topology-*.json"))),
    lists:append([decode(element(2, {ok, _} = file:read_file(File))) || File <- Files]).

compared(Object, {ok, Actual}) -> case is_as_declared(Object, Actual) of true -> same; false -> changed end;
compared(#{<<"kind">> := <<"vhost-limits">>, <<"body">> := Body}, error) when map_size(Body) =:= 0 -> same;
compared(_, error) -> missing.

%% The same keys as those of a state, as far as the user can read.
readable_state(Api) ->
    maps:from_list(
        [{{vhost, Name}, Vhost} || #{<<"name">> := Name} = Vhost <- listed(Api, "/api/vhosts?columns=name,description,tags,tracing,default_queue_type,metadata")]
        ++ [{{'vhost-limits', Vhost}, Limits} || #{<<"vhost">> := Vhost, <<"value">> := Limits} <- listed(Api, "/api/vhost-limits"), plain(Limits) =/= #{}]
        ++ [{{exchange, Vhost, Name}, Exchange} || #{<<"vhost">> := Vhost, <<"name">> := Name} = Exchange <- listed(Api, "/api/exchanges?disable_stats=true")]
        ++ [{{queue, Vhost, Name}, Queue}
            || #{<<"vhost">> := Vhost, <<"name">> := Name} = Queue <- listed(Api, "/api/queues?disable_stats=true"), maps:get(<<"exclusive">>, Queue, false) =/= true]
        ++ [{binding_key(Binding), Binding} || Binding <- listed(Api, "/api/bindings")]
        ++ [{{policy, Vhost, Name}, Policy} || #{<<"vhost">> := Vhost, <<"name">> := Name} = Policy <- listed(Api, "/api/policies")]
        ++ [{{'operator-policy', Vhost, Name}, Policy} || #{<<"vhost">> := Vhost, <<"name">> := Name} = Policy <- listed(Api, "/api/operator-policies")]).

listed(Api, Path) ->
    {200, Body} = request(get, Api, Path, none),
    decode(Body).

%% Not what RabbitMQ, a plugin or the platform made.
is_declarable({vhost, Name}, _) -> Name =/= <<"/">>;
is_declarable({binding, _, Source, _, _, _, _}, _) when Source =:= <<>>; Source =:= ?HEALTH -> false;
is_declarable({binding, Vhost, _, <<"queue">>, Destination, _, _}, Actual) -> maps:is_key({queue, Vhost, Destination}, Actual) andalso is_own_name(Destination);
is_declarable({binding, _, _, _, <<"federation: ", _/binary>>, _, _}, _) -> false;
is_declarable({Kind, _, Name}, _) when Kind =:= exchange; Kind =:= queue -> is_own_name(Name);
is_declarable(_, _) -> true.

is_own_name(<<>>) -> false;
is_own_name(<<"amq.", _/binary>>) -> false;
is_own_name(<<"federation: ", _/binary>>) -> false;
is_own_name(Name) -> Name =/= ?HEALTH.
