pack(Definitions, Namespace, Cluster, Time, KeyFile) ->
    {Content, _} = value(Definitions),
    Zipped = zlib:gzip(Definitions),
    {Encryption, Bytes} = case KeyFile of "" -> {"none", byte_size(Zipped)}; _ -> {"aes-256-gcm", 12 + byte_size(Zipped) + 16} end,
    Head = iolist_to_binary(["{", lists:join(",", [
        ["\"", Field, "\":", Value] || {Field, Value} <- [
            {"format", quoted("rabbitmq-backup/1")}, {"cluster", quoted(Cluster)}, {"namespace", quoted(Namespace)},
            {"rabbitmqVersion", quoted(maps:get(<<"rabbitmq_version">>, Content, <<"">>))}, {"createdAt", quoted(rfc3339(Time))},
            {"counts", counts(Content)}, {"encryption", quoted(Encryption)}, {"bytes", integer_to_list(Bytes)}]])]),
    Payload = payload(Zipped, Head, KeyFile),
    iolist_to_binary([Head, ",\"sha256\":", quoted(hex(crypto:hash(sha256, [Head, Payload]))), "}\n", Payload]).

payload(Zipped, _, "") -> Zipped;
payload(Zipped, Head, KeyFile) ->
    Nonce = crypto:strong_rand_bytes(12),
    {Encrypted, Tag} = crypto:crypto_one_time_aead(aes_256_gcm, key(KeyFile), Nonce, Zipped, Head, true),
    [Nonce, Encrypted, Tag].

key(File) ->
    {ok, Text} = file:read_file(File),
    Key = try binary:decode_hex(string:trim(Text)) catch error:_ -> <<>> end,
    byte_size(Key) =:= 32 orelse fail("the key for encryption isn't 64 hexadecimal digits: make one by openssl rand -hex 32", []),
    Key.

counts(Content) ->
    ["{", lists:join(",", [["\"", Kind, "\":", integer_to_list(length(List))] || {Kind, List} <- lists:sort(maps:to_list(Content)), is_list(List)]), "}"].

hex(Bytes) -> string:lowercase(binary:encode_hex(Bytes)).

quoted(Text) -> ["\"", escape(Text), "\""].

rfc3339({{Year, Month, Day}, {Hour, Minute, Second}}) ->
    io_lib:format("~4..0b-~2..0b-~2..0bT~2..0b:~2..0b:~2..0bZ", [Year, Month, Day, Hour, Minute, Second]).

compact(Time) -> [Character || Character <- lists:flatten(rfc3339(Time)), Character =/= $-, Character =/= $:].
