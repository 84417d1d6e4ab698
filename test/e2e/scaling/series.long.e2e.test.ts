import { RabbitMQImage } from '../../../lib';
import { underManyQueues } from './many-queues';
import { Scaled } from './scaled';
import { figure } from '../support/figures';
import { useNamespace } from '../support/use-cluster';

describe.each(['3.10', '4.0'])('on %s', (series) => {
  const image = RabbitMQImage.fromReference(`rabbitmq:${series}-management`);
  const suite = useNamespace('scale-series-', async namespace => ({ scaled: await Scaled.up(namespace, { image }) }));

  test('two brokers come and go under load', async () => {
    const { scaled } = suite();
    await underManyQueues(`${series}, 3 to 5 to 3`, scaled, 3, async (load) => {
      await load.during(`${series}, 3 to 5`, async () => {
        await scaled.scale(5);
        figure(`${series}, 3 to 5: until both have joined`, await scaled.ready(5), 's');
        figure(`${series}, 3 to 5: until queues and leaders are even`, await scaled.settled(5), 's');
      });
      await load.during(`${series}, 5 to 3`, async () => {
        await scaled.scale(3);
        figure(`${series}, 5 to 3: until both are gone`, await scaled.ready(3), 's');
        figure(`${series}, 5 to 3: until queues and leaders are even`, await scaled.settled(3), 's');
      });
    });
  });
});
