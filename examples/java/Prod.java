import io.github.cdk8srabbitmq.*;
import java.util.List;
import java.util.Map;
import org.cdk8s.App;
import org.cdk8s.Chart;
import org.cdk8s.ChartProps;
import org.cdk8s.plus28.Namespaces;
import org.cdk8s.plus28.NamespacesSelectOptions;

/** The prod profile of ../prod.ts, in Java. */
public final class Prod {
    public static void main(final String[] args) {
        final App app = new App();
        final Chart chart = new Chart(app, "prod", ChartProps.builder().namespace("production").build());
        final RabbitMQCluster cluster = RabbitMQCluster.Builder.create(chart, "RabbitMQ")
            .name("rabbitmq-prod")
            .replicas(5)
            .production(true)
            .acknowledgedWarnings(List.of("cpu-few"))
            .resources(RabbitMQResources.builder().cpuRequest("2").cpuLimit("2").memoryLimit("4Gi").build())
            .storage(RabbitMQStorage.builder().size("100Gi").storageClass("ssd-storage").build())
            .tls(RabbitMQTls.builder()
                .certificate(RabbitMQCertificate.fromIssuer(RabbitMQIssuedCertificateOptions.builder().issuer("rabbitmq").build()))
                .only(true)
                .build())
            .scheduling(RabbitMQScheduling.builder().nodeSpread(RabbitMQSpread.REQUIRED).zoneSpread(RabbitMQSpread.REQUIRED).build())
            .build();
        cluster.getConnections().allowClientsFrom(
            Namespaces.select(chart, "Clients", NamespacesSelectOptions.builder().labels(Map.of("rabbitmq-client", "true")).build()));
        RabbitMQMonitoring.Builder.create(chart, "Monitoring").cluster(cluster).build();
        app.synth();
    }
}
