import io.github.cdk8srabbitmq.RabbitMQBindingOptions;
import io.github.cdk8srabbitmq.RabbitMQCluster;
import io.github.cdk8srabbitmq.RabbitMQDeadLetterOptions;
import io.github.cdk8srabbitmq.RabbitMQExchange;
import io.github.cdk8srabbitmq.RabbitMQExchangeOptions;
import io.github.cdk8srabbitmq.RabbitMQExchangeType;
import io.github.cdk8srabbitmq.RabbitMQPolicyDefinitionOptions;
import io.github.cdk8srabbitmq.RabbitMQPolicyOptions;
import io.github.cdk8srabbitmq.RabbitMQPolicyTarget;
import io.github.cdk8srabbitmq.RabbitMQQueue;
import io.github.cdk8srabbitmq.RabbitMQQueueOptions;
import io.github.cdk8srabbitmq.RabbitMQQueueType;
import io.github.cdk8srabbitmq.RabbitMQUser;
import io.github.cdk8srabbitmq.RabbitMQVirtualHost;
import io.github.cdk8srabbitmq.RabbitMQVirtualHostLimitsOptions;
import org.cdk8s.App;
import org.cdk8s.Chart;
import org.cdk8s.Duration;

public final class Topology {
    public static void main(final String[] args) {
        final App app = new App();
        final Chart chart = Chart.Builder.create(app, "messaging").namespace("messaging").build();
        final RabbitMQCluster cluster = RabbitMQCluster.Builder.create(chart, "RabbitMQ").name("mq").build();

        final RabbitMQVirtualHost orders = RabbitMQVirtualHost.Builder.create(chart, "Orders")
            .cluster(cluster)
            .name("orders")
            .defaultQueueType(RabbitMQQueueType.QUORUM)
            .limits(RabbitMQVirtualHostLimitsOptions.builder().maxConnections(500).build())
            .build();
        final RabbitMQExchange events = orders.addExchange("events",
            RabbitMQExchangeOptions.builder().type(RabbitMQExchangeType.TOPIC).build());
        final RabbitMQExchange dead = orders.addExchange("dead",
            RabbitMQExchangeOptions.builder().type(RabbitMQExchangeType.FANOUT).build());
        final RabbitMQQueue billing = orders.addQueue("billing", RabbitMQQueueOptions.builder()
            .deliveryLimit(10)
            .deadLetter(RabbitMQDeadLetterOptions.builder().exchange(dead).build())
            .build());
        events.bind(billing, RabbitMQBindingOptions.builder().routingKey("order.*.paid").build());
        dead.bind(orders.addQueue("dead-letters"));
        orders.addPolicy("ttl", RabbitMQPolicyOptions.builder()
            .pattern("^dead")
            .applyTo(RabbitMQPolicyTarget.QUEUES)
            .definition(RabbitMQPolicyDefinitionOptions.builder().messageTtl(Duration.days(7)).build())
            .build());

        final RabbitMQUser checkout = RabbitMQUser.Builder.create(chart, "Checkout").cluster(cluster).build();
        events.grantPublish(checkout);
        billing.grantConsume(checkout);

        app.synth();
    }
}
