#!/usr/bin/env escript
-mode(compile).
-include("backup_format.hrl").
-include("s3.hrl").
-include("broker_api.hrl").

main([Url, Authority, ServerName, User, Cluster, Keep, Key | Arguments]) ->
    start_https(),
    Place = place(Arguments),
    Definitions = definitions({Url, Authority, ServerName, User}),
    Time = calendar:universal_time(),
    Name = lists:flatten([Cluster, "-", compact(Time), ".backup"]),
    Backup = pack(Definitions, os:getenv("POD_NAMESPACE"), Cluster, Time, Key),
    store(Place, Name, Backup),
    fetch(Place, Name) =:= Backup orelse fail("~s: what was read back isn't what was written", [Name]),
    io:format("~s: ~b bytes written and read back~n", [Name, byte_size(Backup)]),
    remove_old(Place, Cluster, Name, list_to_integer(Keep)).

definitions(Api) ->
    case call(get, Api, "/api/definitions", <<>>, 120000) of
        {ok, {{_, 200, _}, _, Body}} -> Body;
        {ok, {{_, Status, Phrase}, _, _}} -> fail("the broker answered ~b ~s to GET /api/definitions", [Status, Phrase]);
        {error, Reason} -> fail("no broker can be reached at ~s: ~s", [element(1, Api), failure(Reason)])
    end.

%% The backup is there, so that what is left over is no failure of it. Names of times to come don't count: anyone who can write
%% to the place could have real backups removed by them.
remove_old(Place, Cluster, Newest, Keep) ->
    Pattern = ["^", Cluster, "-[0-9]{8}T[0-9]{6}Z\\.backup$"],
    Backups = lists:reverse(lists:sort([Name || Name <- list(Place), re:run(Name, Pattern, [{capture, none}]) =:= match, Name =< Newest])),
    [remove(Place, Name) || Name <- lists:nthtail(min(Keep, length(Backups)), Backups)].

removed(Name, ok) -> io:format("~s: removed~n", [Name]);
removed(Name, Reason) -> io:format("~s: can't be removed: ~s~n", [Name, Reason]).

fail(Format, Values) ->
    io:format(Format ++ "~n", Values),
    halt(1).

place(["volume", Folder]) -> {volume, Folder};
place(["s3", Url, Prefix, Region, Credentials, Authority]) -> {s3, Url, Prefix, Region, Credentials, Authority}.

store({s3, _, _, _, _, _} = Place, Name, Content) -> s3(put, Place, s3_key(Place, Name), [], Content);
store({volume, Folder}, Name, Content) ->
    Path = filename:join(Folder, Name),
    Part = Path ++ ".part",
    done(Path, filelib:ensure_dir(Path)),
    {ok, File} = done(Path, file:open(Part, [write, raw, binary])),
    done(Path, file:change_mode(Part, 8#600)),
    done(Path, file:write(File, Content)),
    done(Path, file:sync(File)),
    done(Path, file:close(File)),
    done(Path, file:rename(Part, Path)).

fetch({s3, _, _, _, _, _} = Place, Name) -> s3(get, Place, s3_key(Place, Name), [], <<>>);
fetch({volume, Folder}, Name) ->
    Path = filename:join(Folder, Name),
    {ok, Content} = done(Path, file:read_file(Path)),
    Content.

list({s3, _, _, _, _, _} = Place) -> s3_list(Place);
list({volume, Folder}) ->
    {ok, Names} = done(Folder, file:list_dir(Folder)),
    Names.

remove({s3, _, _, _, _, _} = Place, Name) -> removed(Name, s3_remove(Place, Name));
remove({volume, Folder}, Name) ->
    removed(Name, case file:delete(filename:join(Folder, Name)) of ok -> ok; {error, Reason} -> file:format_error(Reason) end).

done(Path, {error, Reason}) -> fail("~s: ~s", [Path, file:format_error(Reason)]);
done(_, Result) -> Result.
