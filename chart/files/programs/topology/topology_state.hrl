%% What is in the brokers, asked for at once: a map from the key of an object to what of it can be compared.
state(Api) ->
    {200, Body} = persistent(get, Api, "/api/definitions", none),
    Definitions = decode(Body),
    List = fun(Name) -> maps:get(Name, Definitions, []) end,
    Parameters = List(<<"parameters">>),
    maps:from_list(
        [{{vhost, Name}, Vhost} || #{<<"name">> := Name} = Vhost <- vhosts(Api)]
        ++ [{{user, Name}, User} || #{<<"name">> := Name} = User <- List(<<"users">>)]
        ++ [{{'user-limits', Name}, maps:get(<<"limits">>, User, #{})} || #{<<"name">> := Name} = User <- List(<<"users">>)]
        ++ [{{permission, User, Vhost}, Permission} || #{<<"user">> := User, <<"vhost">> := Vhost} = Permission <- List(<<"permissions">>)]
        ++ [{{'topic-permission', User, Vhost, Exchange}, Permission}
            || #{<<"user">> := User, <<"vhost">> := Vhost, <<"exchange">> := Exchange} = Permission <- List(<<"topic_permissions">>)]
        ++ [{{policy, Vhost, Name}, Policy} || #{<<"vhost">> := Vhost, <<"name">> := Name} = Policy <- List(<<"policies">>)]
        ++ [parameter_state(Parameter) || Parameter <- Parameters]
        ++ [{{'global-parameter', Name}, Parameter} || #{<<"name">> := Name} = Parameter <- List(<<"global_parameters">>)]
        ++ [{{exchange, Vhost, Name}, Exchange} || #{<<"vhost">> := Vhost, <<"name">> := Name} = Exchange <- List(<<"exchanges">>) ++ internal_exchanges(Api)]
        ++ [{{queue, Vhost, Name}, Queue} || #{<<"vhost">> := Vhost, <<"name">> := Name} = Queue <- List(<<"queues">>)]
        ++ [{binding_key(Binding), Binding} || Binding <- List(<<"bindings">>)]).

parameter_state(#{<<"component">> := <<"operator_policy">>, <<"vhost">> := Vhost, <<"name">> := Name, <<"value">> := Value}) ->
    {{'operator-policy', Vhost, Name}, Value};
parameter_state(#{<<"component">> := <<"vhost-limits">>, <<"vhost">> := Vhost, <<"value">> := Value}) ->
    {{'vhost-limits', Vhost}, Value};
parameter_state(#{<<"component">> := Component, <<"vhost">> := Vhost, <<"name">> := Name} = Parameter) ->
    {{parameter, Vhost, Component, Name}, Parameter}.

%% Definitions leave out which virtual hosts are traced, and before 3.11 what describes them.
vhosts(Api) ->
    {200, Body} = persistent(get, Api, "/api/vhosts?columns=name,description,tags,tracing,default_queue_type,metadata", none),
    decode(Body).

%% Definitions leave internal exchanges out.
internal_exchanges(Api) ->
    case persistent(get, Api, "/api/exchanges?columns=vhost,name,type,durable,auto_delete,internal,arguments", none) of
        {200, Body} -> [Exchange || #{<<"internal">> := true} = Exchange <- decode(Body)];
        _ -> []
    end.
