import { CLASSIC, ManyQueues, QUORUM, underManyQueues } from './many-queues';
import { Scaled } from './scaled';
import { eventually } from '../support/eventually';
import { figure } from '../support/figures';
import { useNamespace } from '../support/use-cluster';

/** Each starts with 5 brokers. */
describe('a cluster of five under load', () => {
  const suite = useNamespace('scale-hard-', async (namespace) => {
    const scaled = await Scaled.up(namespace);
    await ManyQueues.declare(await scaled.deployment.amqp());
    return { scaled };
  });

  test('goes to three at once, and takes in the two with the volumes that they had', async () => {
    const { scaled } = suite();
    await underManyQueues('5 to 3 to 5, volumes kept', scaled, 5, async (load) => {
      await load.during('5 to 3 at once', async () => {
        await scaled.scale(3);
        figure('5 to 3 at once: until both are gone', await scaled.ready(3), 's');
        await scaled.settled(3);
      });
      await load.during('3 to 5, volumes kept', async () => {
        await scaled.scale(5);
        figure('3 to 5, volumes kept: until both have joined', await scaled.ready(5), 's');
        figure('3 to 5, volumes kept: until queues and leaders are even', await scaled.settled(5), 's');
      });
    });
  });

  test('goes to three while it is being taken to five', async () => {
    const { scaled } = suite();
    const moments: [string, (pods: number) => Promise<unknown>][] = [
      ['as the new ones start', pods => eventually('they start', 60_000, async () => (await scaled.pods()).length, count => count === pods)],
      ['as the new ones get members', pods => scaled.ready(pods)],
    ];
    await underManyQueues('in while out goes on', scaled, 3, async (load) => {
      for (const [moment, reached] of moments) {
        await load.during(`in ${moment}`, async () => {
          await scaled.scale(5);
          await reached(5);
          await scaled.scale(3);
          figure(`in ${moment}: until both are gone`, await scaled.ready(3), 's');
          figure(`in ${moment}: until queues and leaders are even`, await scaled.settled(3), 's');
        });
      }
    });
  });

  test('stays five where that is wished for again while two leave', async () => {
    const { scaled } = suite();
    await underManyQueues('taken back half-way', scaled, 5, load => load.during('taken back half-way', async () => {
      await scaled.scale(3);
      await scaled.leaving();
      await scaled.scale(5);
      figure('taken back half-way: until all are there', await scaled.ready(5), 's');
      figure('taken back half-way: until queues and leaders are even', await scaled.settled(5), 's');
    }));
  });

  test('forgets brokers that were killed while they left', async () => {
    const { scaled } = suite();
    await underManyQueues('5 to 3, killed half-way', scaled, 5, load => load.during('killed half-way', async () => {
      await scaled.scale(3);
      await scaled.leaving();
      await scaled.kubectl('delete', 'pod', 'rabbitmq-cluster-4', 'rabbitmq-cluster-3', '--force', '--grace-period=0');
      figure('killed half-way: until queues and leaders are even', await scaled.settled(3), 's');
    }));
  });

  test('gives a queue its third member where a broker died while it added it', async () => {
    const { scaled } = suite();
    await scaled.at(3);
    // a Raft server that runs and that the queue's members don't know
    await scaled.broker.run(['rabbitmqctl', 'eval', `
      {ok, Queue} = rabbit_amqqueue:lookup({resource, <<"/">>, queue, <<"${QUORUM[0]}">>}),
      {Name, Leader} = amqqueue:get_pid(Queue),
      [Node | _] = maps:keys(maps:get(nodes, amqqueue:get_type_state(Queue))) -- [Leader],
      ok = rabbit_quorum_queue:delete_member(<<"/">>, <<"${QUORUM[0]}">>, Node),
      Uid = ra:new_uid(atom_to_binary(Name)),
      ok = ra:start_server(quorum_queues, #{
        id => {Name, Node}, uid => Uid, cluster_name => Name, initial_members => [{Name, Leader}], log_init_args => #{uid => Uid},
        machine => {module, rabbit_fifo, #{name => Name, queue_resource => amqqueue:get_name(Queue)}}
      }).`]);
    figure('remains of a member: until the queue has three', await scaled.settled(3), 's');
  });

  test('takes two in whose volumes were deleted', async () => {
    const { scaled } = suite();
    await underManyQueues('3 to 5, volumes deleted', scaled, 3, load => load.during('volumes deleted', async () => {
      for (const ordinal of [3, 4]) {
        await scaled.kubectl('delete', 'pvc', `rabbitmq-data-rabbitmq-cluster-${ordinal}`);
      }
      await scaled.scale(5);
      figure('volumes deleted: until both have joined', await scaled.ready(5), 's');
      figure('volumes deleted: until queues and leaders are even', await scaled.settled(5), 's');
    }));
  });

  test('goes to one', async () => {
    const { scaled } = suite();
    await underManyQueues('5 to 1', scaled, 5, async (load) => {
      for (const queue of CLASSIC) {
        await load.empty(queue);
      }
      await load.during('5 to 1', async () => {
        await scaled.scale(1);
        figure('5 to 1: until four are gone', await scaled.ready(1, 400_000), 's');
        await scaled.settled(1);
      });
    }, []);
  });
});
