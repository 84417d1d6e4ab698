import io.github.cdk8srabbitmq.RabbitMQCluster;
import io.github.cdk8srabbitmq.RabbitMQPermissionOptions;
import io.github.cdk8srabbitmq.RabbitMQUser;
import java.util.List;
import org.cdk8s.App;
import org.cdk8s.Chart;
import org.cdk8s.plus28.Namespaces;
import org.cdk8s.plus28.NamespacesSelectOptions;

public final class Connect {
    public static void main(final String[] args) {
        final App app = new App();
        final Chart chart = Chart.Builder.create(app, "messaging").namespace("messaging").build();
        final RabbitMQCluster cluster = RabbitMQCluster.Builder.create(chart, "RabbitMQ")
            .name("orders").replicas(3).build();

        RabbitMQUser.Builder.create(chart, "Checkout")
            .cluster(cluster)
            .name("checkout")
            .permissions(List.of(RabbitMQPermissionOptions.builder()
                .vhost("/")
                .configure("^checkout\\.")
                .write("^(checkout\\.|amq\\.default$)")
                .read("^checkout\\.")
                .build()))
            .build();
        cluster.getConnections().allowClientsFrom(Namespaces.select(chart, "Shop",
            NamespacesSelectOptions.builder().names(List.of("shop")).build()));

        app.synth();
    }
}
