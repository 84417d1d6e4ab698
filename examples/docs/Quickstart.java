import io.github.cdk8srabbitmq.RabbitMQCluster;
import org.cdk8s.App;
import org.cdk8s.Chart;

public final class Quickstart {
    public static void main(final String[] args) {
        final App app = new App();
        final Chart chart = Chart.Builder.create(app, "messaging").namespace("messaging").build();
        RabbitMQCluster.Builder.create(chart, "RabbitMQ").name("orders").replicas(3).build();
        app.synth();
    }
}
