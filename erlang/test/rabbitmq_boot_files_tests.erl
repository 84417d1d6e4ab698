-module(rabbitmq_boot_files_tests).
-include_lib("eunit/include/eunit.hrl").

in_folder(Files, Test) ->
    Folder = filename:join("/tmp", "boot-secrets-" ++ os:getpid() ++ "-" ++ integer_to_list(erlang:unique_integer([positive]))),
    [begin
         Path = filename:join(Folder, File),
         ok = filelib:ensure_dir(Path),
         ok = file:write_file(Path, Content)
     end || {File, Content} <- Files],
    try Test(Folder) after file:del_dir_r(Folder) end.

set(Settings, Files) -> in_folder(Files, fun(Folder) -> rabbitmq_boot_files:set(Settings, Folder) end).

keeps_every_byte_of_a_password_test() ->
    Password = <<" pa#ss$(X)'\"\\", 195, 188, "\n">>,
    set([{boot_secrets, default_pass, {binary, "password"}}], [{"password", Password}]),
    ?assertEqual({ok, Password}, application:get_env(boot_secrets, default_pass)).

strings_are_bytes_test() ->
    set([{boot_secrets, secret, {string, "secret"}}], [{"secret", <<195, 188>>}]),
    ?assertEqual({ok, [195, 188]}, application:get_env(boot_secrets, secret)).

fills_a_file_within_a_tuple_test() ->
    set([{boot_secrets, bind, {"cn=b\x{fc},dc=x", {string, "word"}}}], [{"word", <<"s3cret">>}]),
    ?assertEqual({ok, {"cn=b" ++ [195, 188] ++ ",dc=x", "s3cret"}}, application:get_env(boot_secrets, bind)).

says_which_value_is_missing_test() ->
    ?assertError({badmatch, {error, enoent}}, set([{boot_secrets, a, {binary, "none"}}], [])).

outlives_the_load_of_the_application_test() ->
    set([{ssl, boot_secrets, {binary, "word"}}], [{"word", <<"x">>}]),
    _ = application:unload(ssl),
    ok = application:load(ssl),
    ?assertEqual({ok, <<"x">>}, application:get_env(ssl, boot_secrets)).

drops_the_message_with_the_cookie_test() ->
    Event = fun(Message) -> #{level => debug, meta => #{}, msg => Message} end,
    Filtered = fun(Message) -> rabbitmq_boot_files:without_cookie(Event(Message), none) end,
    ?assertEqual(stop, Filtered({"Setting credentials obfuscation secret to '~ts'", [<<"x">>]})),
    ?assertEqual(ignore, Filtered({"Setting ~ts", [<<"x">>]})),
    ?assertEqual(ignore, Filtered({string, "Setting credentials"})),
    ?assertEqual(ignore, Filtered({report, #{}})).
