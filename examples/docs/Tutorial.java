import io.github.cdk8srabbitmq.RabbitMQCluster;
import io.github.cdk8srabbitmq.RabbitMQResourcesOptions;
import io.github.cdk8srabbitmq.RabbitMQStorageOptions;
import org.cdk8s.App;
import org.cdk8s.Chart;

public final class Tutorial {
    public static void main(final String[] args) {
        final App app = new App();
        final Chart chart = Chart.Builder.create(app, "messaging").namespace("messaging").build();

        RabbitMQCluster.Builder.create(chart, "RabbitMQ")
            .name("orders")
            .replicas(1)
            .resources(RabbitMQResourcesOptions.builder()
                .cpuRequest("100m").cpuLimit("1").memoryLimit("1Gi").build())
            .storage(RabbitMQStorageOptions.builder().size("2Gi").build())
            .build();

        app.synth();
    }
}
