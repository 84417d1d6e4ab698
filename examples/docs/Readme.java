import io.github.cdk8srabbitmq.RabbitMQCluster;
import io.github.cdk8srabbitmq.RabbitMQConfigurationOptions;
import io.github.cdk8srabbitmq.RabbitMQMonitoring;
import io.github.cdk8srabbitmq.RabbitMQResourcesOptions;
import io.github.cdk8srabbitmq.RabbitMQStorageOptions;
import io.github.cdk8srabbitmq.RabbitMQVersion;
import java.util.List;
import java.util.Map;
import org.cdk8s.App;
import org.cdk8s.Chart;
import org.cdk8s.plus28.Namespaces;
import org.cdk8s.plus28.NamespacesSelectOptions;

public final class Readme {
    public static void main(final String[] args) {
        final App app = new App();
        final Chart chart = Chart.Builder.create(app, "messaging").namespace("messaging").build();

        final RabbitMQCluster cluster = RabbitMQCluster.Builder.create(chart, "RabbitMQ")
            .name("orders")
            .replicas(3)
            .version(RabbitMQVersion.of("4.3.6"))
            .resources(RabbitMQResourcesOptions.builder()
                .cpuRequest("1").cpuLimit("2").memoryLimit("4Gi").build())
            .storage(RabbitMQStorageOptions.builder().size("50Gi").build())
            .plugins(List.of("rabbitmq_stream"))
            .configuration(RabbitMQConfigurationOptions.builder()
                .raw(Map.of("channel_max", "128")).build())
            .build();

        cluster.getConnections().allowClientsFrom(Namespaces.select(chart, "Shop",
            NamespacesSelectOptions.builder().names(List.of("shop")).build()));
        RabbitMQMonitoring.Builder.create(chart, "Monitoring").cluster(cluster).build();

        app.synth();
    }
}
