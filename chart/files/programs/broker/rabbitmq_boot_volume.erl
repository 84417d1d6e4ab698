%% The broker's data volume, and the configuration of a broker that joins with an empty one.
-module(rabbitmq_boot_volume).
-export([has_data/0, has_data/1, set_aside/0, join/1, join_conf/1]).
-define(CONF_FILES, "RABBITMQ_CONFIG_FILES").
-define(DEFAULT_CONF_FILES, "/etc/rabbitmq/conf.d/*.conf").
-define(JOIN_FOLDER, "boot.conf.d").

%% A broker that was ever up has a message store for a virtual host. Metadata alone is no proof: a broker that
%% stopped in its first boot has some, too.
-spec has_data() -> boolean().
has_data() -> has_data(folder()).

-spec has_data(file:filename()) -> boolean().
has_data(Folder) -> filelib:wildcard("msg_stores/vhosts/*", Folder) =/= [].

folder() ->
    case os:getenv("RABBITMQ_MNESIA_DIR") of
        false ->
            Base = os:getenv("RABBITMQ_MNESIA_BASE", rabbitmq_boot:setting(data, "/var/lib/rabbitmq/mnesia")),
            filename:join(Base, os:getenv("RABBITMQ_NODENAME"));
        Folder -> Folder
    end.

%% What is left of a boot that did not complete would be taken for membership in a cluster.
-spec set_aside() -> ok.
set_aside() ->
    Folder = folder(),
    case file:list_dir(Folder) of
        {ok, [_ | _]} ->
            Aside = Folder ++ ".incomplete",
            _ = file:del_dir_r(Aside),
            ok = file:rename(Folder, Aside),
            _ = file:delete(Folder ++ "-feature_flags"),
            ok;
        _ -> ok
    end.

%% Has RabbitMQ read copies of its configuration files in which the cluster's member is the one peer to discover.
-spec join(node()) -> ok.
join(Member) ->
    Folder = filename:join(os:getenv("HOME", "/var/lib/rabbitmq"), ?JOIN_FOLDER),
    _ = file:del_dir_r(Folder),
    ok = filelib:ensure_dir(filename:join(Folder, "file")),
    [copy(File, Folder) || File <- filelib:wildcard(os:getenv(?CONF_FILES, ?DEFAULT_CONF_FILES))],
    ok = file:write_file(filename:join(Folder, "99-join.conf"), join_conf(Member)),
    os:putenv(?CONF_FILES, filename:join(Folder, "*.conf")),
    ok.

copy(File, Folder) ->
    {ok, Text} = file:read_file(File),
    ok = file:write_file(filename:join(Folder, filename:basename(File)), without_discovery(Text)).

without_discovery(Text) ->
    Keys = "^\\s*cluster_formation\\.(peer_discovery_backend|discovery_retry_limit|classic_config\\.[^=]*?)\\s*=.*$",
    re:replace(Text, Keys, "", [multiline, global]).

%% With two known nodes RabbitMQ never goes on alone: it looks again until it reaches the other one.
-spec join_conf(node()) -> iodata().
join_conf(Member) ->
    ["cluster_formation.peer_discovery_backend = classic_config\n",
     "cluster_formation.classic_config.nodes.1 = ", atom_to_list(Member), "\n",
     "cluster_formation.classic_config.nodes.2 = ", os:getenv("RABBITMQ_NODENAME"), "\n",
     "cluster_formation.discovery_retry_limit = 1000000\n"].
