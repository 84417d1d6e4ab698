-module(rabbitmq_boot_volume_tests).
-include_lib("eunit/include/eunit.hrl").

-define(NODE, "rabbit@rabbitmq-0.rabbitmq-nodes.shop").

%% Runs a test with a folder of its own as the place of all files.
in_folder(Test) ->
    Folder = filename:join("/tmp", "boot-" ++ os:getpid() ++ integer_to_list(erlang:unique_integer([positive]))),
    ok = filelib:ensure_dir(filename:join(Folder, "file")),
    Variables = [{"RABBITMQ_MNESIA_BASE", Folder}, {"RABBITMQ_NODENAME", ?NODE}, {"HOME", Folder},
                 {"RABBITMQ_CONFIG_FILES", Folder ++ "/conf.d/*.conf"}],
    Before = [{Name, os:getenv(Name)} || {Name, _} <- Variables],
    [os:putenv(Name, Value) || {Name, Value} <- Variables],
    try Test(Folder)
    after
        [case Value of false -> os:unsetenv(Name); _ -> os:putenv(Name, Value) end || {Name, Value} <- Before],
        file:del_dir_r(Folder)
    end.

write(Parts, Text) ->
    File = filename:join(Parts),
    ok = filelib:ensure_dir(File),
    ok = file:write_file(File, Text).

volume_without_message_store_has_no_data_test() ->
    in_folder(fun(Folder) ->
        ?assertNot(rabbitmq_boot_volume:has_data()),
        write([Folder, ?NODE, "coordination", "names.dets"], ""),
        ?assertNot(rabbitmq_boot_volume:has_data()),
        write([Folder, ?NODE, "msg_stores", "vhosts", "628WB79CIFDYO9LJI6DKMI09L", ".vhost"], "/"),
        ?assert(rabbitmq_boot_volume:has_data())
    end).

incomplete_boot_is_set_aside_test() ->
    in_folder(fun(Folder) ->
        rabbitmq_boot_volume:set_aside(),
        write([Folder, ?NODE, "coordination", "names.dets"], "first"),
        rabbitmq_boot_volume:set_aside(),
        write([Folder, ?NODE, "coordination", "names.dets"], "second"),
        rabbitmq_boot_volume:set_aside(),
        ?assertNot(filelib:is_dir(filename:join(Folder, ?NODE))),
        ?assertEqual({ok, <<"second">>}, file:read_file(filename:join([Folder, ?NODE ++ ".incomplete", "coordination", "names.dets"])))
    end).

joining_broker_discovers_the_member_alone_test() ->
    in_folder(fun(Folder) ->
        write([Folder, "conf.d", "10-rabbitmq.conf"],
              "cluster_formation.peer_discovery_backend = k8s\ncluster_formation.classic_config.nodes.1 = rabbit@other\n"
              "cluster_formation.discovery_retry_limit = 3\nchannel_max = 128\n"),
        rabbitmq_boot_volume:join('rabbit@rabbitmq-1.rabbitmq-nodes.shop'),
        Files = lists:sort(filelib:wildcard(os:getenv("RABBITMQ_CONFIG_FILES"))),
        ?assertEqual(["10-rabbitmq.conf", "99-join.conf"], [filename:basename(File) || File <- Files]),
        Texts = [begin {ok, Text} = file:read_file(File), string:trim(Text) end || File <- Files],
        ?assertEqual(<<"channel_max = 128">>, hd(Texts)),
        ?assertEqual(<<"cluster_formation.peer_discovery_backend = classic_config\n"
                       "cluster_formation.classic_config.nodes.1 = rabbit@rabbitmq-1.rabbitmq-nodes.shop\n"
                       "cluster_formation.classic_config.nodes.2 = " ?NODE "\n"
                       "cluster_formation.discovery_retry_limit = 1000000">>, lists:last(Texts))
    end).
