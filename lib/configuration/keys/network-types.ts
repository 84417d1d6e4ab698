import { enumeration, integer, oneOf, ValueType, valueType } from './value-type';

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;

/** Without node:net, which takes longer to load than all the tables. */
function isAddress(value: string): boolean {
  return IPV4.test(value) || (/^[\da-f.]*:[\da-f:.]*$/i.test(value) && URL.canParse(`http://[${value}]`));
}

export const port = integer({ min: 1, max: 65535 });

function bracketReason(value: string): string | undefined {
  return value.includes('[') ? 'a broker reads no brackets' : undefined;
}

export const ipAddress = valueType('an IPv4 or IPv6 address', isAddress, bracketReason);

/** What follows the last colon is the port, of an IPv6 address too. */
export const addressWithPort = valueType(
  'an IP address and a port, such as 0.0.0.0:5672 or :::5672',
  (value) => {
    const colon = value.lastIndexOf(':');
    return colon > 0 && isAddress(value.slice(0, colon)) && !port.check(value.slice(colon + 1));
  },
  bracketReason,
);

export const listener: ValueType = valueType(
  `${port.describe()}, or ${addressWithPort.describe()}`,
  value => !port.check(value) || !addressWithPort.check(value),
  value => value === 'none' ? 'none goes to the key without a name' : bracketReason(value),
);

export const addressWithPortOrNone = oneOf(enumeration('none'), addressWithPort);

export const httpsUrl = valueType('a URL that starts with https://', value => /^https:\/\/[^\s#]+$/.test(value));

export const tlsVersion = enumeration('tlsv1.3', 'tlsv1.2', 'tlsv1.1', 'tlsv1');

export const verifyMode = enumeration('verify_peer', 'verify_none');

export const crlCheck = enumeration('true', 'false', 'peer', 'best_effort');
