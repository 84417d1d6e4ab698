import io.github.cdk8srabbitmq.RabbitMQClusterProps;
import io.github.cdk8srabbitmq.RabbitMQDeployment;
import io.github.cdk8srabbitmq.RabbitMQDeploymentIngressOptions;
import io.github.cdk8srabbitmq.RabbitMQManagementIngressOptions;
import io.github.cdk8srabbitmq.RabbitMQProfile;
import io.github.cdk8srabbitmq.RabbitMQResourcesOptions;
import org.cdk8s.App;
import org.cdk8s.Chart;

public final class Deployment {
    public static void main(final String[] args) {
        final App app = new App();
        final Chart chart = Chart.Builder.create(app, "messaging")
            .namespace(RabbitMQProfile.PROD.getNamespace()).build();

        final RabbitMQDeployment deployment = RabbitMQDeployment.Builder.create(chart, "RabbitMQ")
            .profile(RabbitMQProfile.PROD)
            .cluster(RabbitMQClusterProps.builder()
                .name("orders")
                .replicas(3)
                .resources(RabbitMQResourcesOptions.builder().memoryLimit("8Gi").build())
                .build())
            .ingress(RabbitMQDeploymentIngressOptions.builder()
                .management(RabbitMQManagementIngressOptions.builder().host("rabbitmq.example.com").build())
                .build())
            .build();
        deployment.getCluster().addPlugins("rabbitmq_stream");

        app.synth();
    }
}
