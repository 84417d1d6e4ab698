import { Row } from './key';
import { addressWithPortOrNone, ipAddress, port } from './network-types';
import { boolean, integer, nonNegative, nonNegativeOrInfinity, onlyNone, string } from './value-type';

/** The options of the sockets of an AMQP, MQTT, STOMP or stream listener. */
export function tcpListenOptions(prefix: string): Row[] {
  return [
    [`${prefix}.backlog`, nonNegative],
    [`${prefix}.nodelay`, boolean],
    [`${prefix}.buffer`, nonNegative],
    [`${prefix}.delay_send`, boolean],
    [`${prefix}.dontroute`, boolean],
    [`${prefix}.exit_on_close`, boolean],
    [`${prefix}.fd`, nonNegative],
    [`${prefix}.high_msgq_watermark`, nonNegative],
    [`${prefix}.high_watermark`, nonNegative],
    [`${prefix}.keepalive`, boolean],
    [`${prefix}.low_msgq_watermark`, nonNegative],
    [`${prefix}.low_watermark`, nonNegative],
    [`${prefix}.port`, integer({ min: 1, max: 65534 })],
    [`${prefix}.priority`, nonNegative],
    [`${prefix}.recbuf`, nonNegative],
    [`${prefix}.send_timeout`, nonNegative],
    [`${prefix}.send_timeout_close`, boolean],
    [`${prefix}.sndbuf`, nonNegative],
    [`${prefix}.tos`, nonNegative],
    [`${prefix}.linger.on`, boolean],
    [`${prefix}.linger.timeout`, nonNegative],
  ];
}

/** The connections of an HTTP server. */
export function httpServerOptions(prefix: string): Row[] {
  return [
    [`${prefix}.compress`, boolean],
    [`${prefix}.idle_timeout`, nonNegative],
    [`${prefix}.inactivity_timeout`, nonNegative],
    [`${prefix}.request_timeout`, nonNegative],
    [`${prefix}.shutdown_timeout`, nonNegative],
    [`${prefix}.max_keepalive`, nonNegative],
  ];
}

/** The listener of an HTTP server of the management or prometheus plugin. */
export function httpListener(prefix: string): Row[] {
  return [
    [`${prefix}.port`, port],
    [`${prefix}.ip`, ipAddress],
    [`${prefix}.max_connections`, nonNegativeOrInfinity, { since: '4.2.7', until: '4.2.9' }],
    [`${prefix}.max_connections`, nonNegativeOrInfinity, { since: '4.3.1' }],
    ...httpServerOptions(prefix),
  ];
}

/** The listener of a plugin that speaks over WebSocket. */
export function webSocketListener(prefix: string): Row[] {
  return [
    [`${prefix}.listener`, addressWithPortOrNone],
    [`${prefix}.port`, port],
    [`${prefix}.ip`, ipAddress],
    [`${prefix}.backlog`, nonNegative],
  ];
}

/** What MQTT and STOMP over WebSocket have in common. */
export function webSocketOptions(prefix: string): Row[] {
  return [
    [`${prefix}.ws_path`, string],
    [`${prefix}.ws_opts.compress`, boolean],
    [`${prefix}.ws_opts.idle_timeout`, nonNegative],
    [`${prefix}.ws_opts.max_frame_size`, nonNegative],
    [`${prefix}.cowboy_opts.max_empty_lines`, nonNegative],
    [`${prefix}.cowboy_opts.max_header_name_length`, nonNegative],
    [`${prefix}.cowboy_opts.max_header_value_length`, nonNegative],
    [`${prefix}.cowboy_opts.max_headers`, nonNegative],
    [`${prefix}.cowboy_opts.max_keepalive`, nonNegative],
    [`${prefix}.cowboy_opts.max_request_line_length`, nonNegative],
    [`${prefix}.cowboy_opts.timeout`, nonNegative],
    [`${prefix}.cowboy_opts.idle_timeout`, nonNegative],
    [`${prefix}.num_acceptors.tcp`, nonNegative],
    [`${prefix}.num_acceptors.ssl`, nonNegative],
    [`${prefix}.max_connections`, nonNegativeOrInfinity],
    [`${prefix}.proxy_protocol`, boolean],
    [`${prefix}.use_file_handle_cache`, boolean, { since: '3.12.2' }],
    [`${prefix}.allow_origins`, onlyNone, { since: '4.2.6' }],
    [`${prefix}.allow_origins.$name`, string, { since: '4.2.6' }],
    [`${prefix}.hsts.policy`, string, { since: '4.2.9', until: '4.2.9' }],
    [`${prefix}.hsts.policy`, string, { since: '4.3.3' }],
  ];
}
