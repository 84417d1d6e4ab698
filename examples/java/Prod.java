import io.github.cdk8srabbitmq.RabbitMQDeployment;
import io.github.cdk8srabbitmq.RabbitMQDeploymentIngressOptions;
import io.github.cdk8srabbitmq.RabbitMQManagementIngressOptions;
import io.github.cdk8srabbitmq.RabbitMQProfile;
import org.cdk8s.App;
import org.cdk8s.Chart;
import org.cdk8s.ChartProps;

/** The prod profile of ../prod.ts, in Java: five brokers that outlast the loss of any two, or of a zone of three. */
public final class Prod {
    public static void main(final String[] args) {
        final App app = new App();
        final Chart chart = new Chart(app, "prod", ChartProps.builder().namespace(RabbitMQProfile.PROD.getNamespace()).build());

        RabbitMQDeployment.Builder.create(chart, "RabbitMQ")
            .profile(RabbitMQProfile.PROD)
            .ingress(RabbitMQDeploymentIngressOptions.builder()
                .management(RabbitMQManagementIngressOptions.builder().host("rabbitmq.example.com").build())
                .build())
            .build();

        app.synth();
    }
}
