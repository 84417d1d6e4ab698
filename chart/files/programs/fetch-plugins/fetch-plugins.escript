#!/usr/bin/env escript
%% Downloads plugins that are not in a folder yet. Arguments: the folder, then the address and the SHA-256 of each plugin.
-mode(compile).
-define(TRIES, 5).
-define(PAUSE, 2000).

main([Folder | Arguments]) ->
    [{ok, _} = application:ensure_all_started(Application) || Application <- [ssl, inets]],
    ok = httpc:set_options([{ipfamily, inet6fb4}]),
    ok = filelib:ensure_dir(filename:join(Folder, "file")),
    Plugins = pairs(Arguments),
    Files = [filename:basename(Url) || {Url, _} <- Plugins],
    {ok, Present} = file:list_dir(Folder),
    [ok = file:delete(filename:join(Folder, File)) || File <- Present, not lists:member(File, Files)],
    [provide(Folder, Plugin) || Plugin <- Plugins].

pairs([Url, Checksum | Rest]) -> [{Url, Checksum} | pairs(Rest)];
pairs([]) -> [].

provide(Folder, {Url, Checksum}) ->
    File = filename:join(Folder, filename:basename(Url)),
    case file:read_file(File) of
        {ok, Content} ->
            case checksum(Content) of
                Checksum -> io:format("~s: present~n", [Url]);
                _ -> download(File, Url, Checksum)
            end;
        _ -> download(File, Url, Checksum)
    end.

download(File, Url, Checksum) ->
    Content = fetch(Url, ?TRIES),
    case checksum(Content) of
        Checksum -> ok;
        Other -> fail("~s: the SHA-256 is ~s, not ~s. Correct pluginDownloads, or the file on the server", [Url, Other, Checksum])
    end,
    % complete or not there at all, also if the node fails
    ok = file:write_file(File ++ ".part", Content, [sync]),
    ok = file:rename(File ++ ".part", File),
    io:format("~s: ~b bytes~n", [Url, byte_size(Content)]).

%% Certificates are not verified, as the checksum proves the content: a mirror may have a private authority.
fetch(Url, Tries) ->
    Options = [{timeout, 60000}, {connect_timeout, 10000}, {ssl, [{verify, verify_none}]}],
    case httpc:request(get, {Url, [{"user-agent", "rabbitmq"}]}, Options, [{body_format, binary}]) of
        {ok, {{_, 200, _}, _, Content}} -> Content;
        {ok, {{_, Status, Phrase}, _, _}} -> again(Url, Tries, io_lib:format("the server answered ~b ~s", [Status, Phrase]));
        {error, Reason} -> again(Url, Tries, io_lib:format("~0P", [Reason, 20]))
    end.

again(Url, 1, Reason) ->
    fail("~s: ~s. The brokers' NetworkPolicy must allow the server: cluster.connections.allowTo(...)", [Url, Reason]);
again(Url, Tries, Reason) ->
    io:format("~s: ~s; trying again~n", [Url, Reason]),
    timer:sleep(?PAUSE),
    fetch(Url, Tries - 1).

checksum(Content) -> lists:flatten([io_lib:format("~2.16.0b", [Byte]) || <<Byte>> <= crypto:hash(sha256, Content)]).

fail(Format, Values) ->
    io:format(Format ++ "~n", Values),
    halt(1).
