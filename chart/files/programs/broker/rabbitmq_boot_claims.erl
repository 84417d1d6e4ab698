%% Marks on the claims of the data volumes. They say which brokers have data, whether these are reachable or not.
-module(rabbitmq_boot_claims).
-export([read/0, mark/1, unmark/1, summary/2]).
-export_type([claims/0]).
-define(MARK, <<"cdk8s-rabbitmq/data-of-cluster">>).
-define(ALLOW, <<"cdk8s-rabbitmq/allow-new-cluster">>).

%% none where brokers have no claims, or no rights to ask for them.
-type claims() :: {ok, #{marked := [integer()], allowed := boolean()}} | {error, string()} | none.

%% What the claims say to a broker with an empty volume.
-spec read() -> claims().
read() ->
    case rabbitmq_boot:setting(claim, none) =/= none andalso rabbitmq_boot_kubernetes:is_configured() of
        true -> read(rabbitmq_boot:ordinal(os:getenv("POD_NAME")));
        false -> none
    end.

read(Own) ->
    First = rabbitmq_boot:setting(first, 0),
    Count = rabbitmq_boot:setting(ordinals, 9),
    Ordinals = lists:usort([Own | lists:seq(First, First + Count - 1)]),
    Answers = [{Ordinal, rabbitmq_boot_kubernetes:request(get, path(Ordinal), none)} || Ordinal <- Ordinals],
    case [Problem || {_, Answer} <- Answers, Problem <- problem(Answer)] of
        [] ->
            Claims = summary(Own, [{Ordinal, annotations(Claim)} || {Ordinal, {ok, 200, Claim}} <- Answers]),
            %% the volume is empty, so a mark of an earlier one is wrong
            case lists:keyfind(Own, 1, Answers) of
                {_, {ok, 200, Claim}} -> is_map_key(?MARK, annotations(Claim)) andalso unmark(Own);
                _ -> ok
            end,
            {ok, Claims};
        [Problem | _] -> {error, Problem}
    end.

problem({ok, Status, _}) when Status =:= 200; Status =:= 404 -> [];
problem({ok, Status, Body}) ->
    [lists:flatten(io_lib:format("~b ~ts", [Status, maps:get(<<"message">>, Body, <<>>)]))];
problem({error, Reason}) -> [lists:flatten(io_lib:format("~0tP", [Reason, 20]))].

annotations(#{<<"metadata">> := Metadata}) -> maps:get(<<"annotations">>, Metadata, #{}).

-spec summary(integer(), [{integer(), map()}]) -> #{marked := [integer()], allowed := boolean()}.
summary(Own, Claims) ->
    #{marked => [Ordinal || {Ordinal, Annotations} <- Claims, Ordinal =/= Own, is_map_key(?MARK, Annotations)],
      allowed => [true || {Ordinal, #{?ALLOW := <<"true">>}} <- Claims, Ordinal =:= Own] =/= []}.

%% Says that the broker of this pod has data of a cluster. An allowance for a new cluster has served its purpose then.
-spec mark(binary()) -> ok | {error, term()} | none.
mark(ClusterId) ->
    case rabbitmq_boot:setting(claim, none) =/= none andalso rabbitmq_boot_kubernetes:is_configured() of
        true -> annotate(rabbitmq_boot:ordinal(os:getenv("POD_NAME")), #{?MARK => ClusterId, ?ALLOW => null});
        false -> none
    end.

%% Says that a broker has no data of the cluster any more.
-spec unmark(integer()) -> ok | {error, term()} | none.
unmark(Ordinal) ->
    case rabbitmq_boot:setting(claim, none) =/= none andalso rabbitmq_boot_kubernetes:is_configured() of
        true -> annotate(Ordinal, #{?MARK => null});
        false -> none
    end.

annotate(Ordinal, Annotations) ->
    Body = #{<<"metadata">> => #{<<"annotations">> => Annotations}},
    case rabbitmq_boot_kubernetes:request(patch, path(Ordinal), Body) of
        {ok, 200, _} -> ok;
        {ok, 404, _} -> none;
        {ok, Status, _} -> {error, Status};
        {error, Reason} -> {error, Reason}
    end.

path(Ordinal) ->
    Name = rabbitmq_boot:setting(claim, none) ++ "-" ++ rabbitmq_boot_kubernetes:stateful_set() ++ "-" ++ integer_to_list(Ordinal),
    rabbitmq_boot_kubernetes:in_namespace("/api/v1", "persistentvolumeclaims/" ++ Name).
