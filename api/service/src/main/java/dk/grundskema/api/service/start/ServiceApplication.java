package dk.grundskema.api.service.start;

import dk.grundskema.api.documents.json.RecordReader;
import dk.grundskema.api.documents.problem.ProblemReader;
import dk.grundskema.api.planning.PlanningTexts;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.http.FeatureTexts;
import dk.grundskema.api.platform.start.Application;
import dk.grundskema.api.platform.start.Server;
import dk.grundskema.api.service.overview.ExamplePlanLoader;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The service, for {@link Server#start}. */
public final class ServiceApplication {
    /** Spring configuration of the features that reach plans. */
    @Configuration(proxyBeanMethods = false)
    @ComponentScan("dk.grundskema.api.service")
    static class ServiceConfiguration {
        @Bean
        static PluginRegistry plugins(PluginPlanningFacade planning) {
            return planning.plugins();
        }

        @Bean
        static RecordReader recordReader(PluginRegistry plugins) {
            return ProblemReader.recordReader(plugins);
        }

        @Bean
        static FeatureTexts planningTexts(PluginPlanningFacade planning) {
            return language -> Stream.concat(
                            Stream.<ResourceBundle>of(PlanningTexts.load(language)),
                            planning.textBundles(language).stream())
                    .toList();
        }
    }

    private ServiceApplication() {}

    /**
     * Returns the service as an application of the platform.
     *
     * @param planning the product with its plugins
     */
    public static Application create(PluginPlanningFacade planning) {
        return new Application(ServiceConfiguration.class, List.of(planning));
    }

    /** Loads the example plans into a running service, unless this was done before. */
    public static void loadExamples(Server server) {
        server.bean(ExamplePlanLoader.class).load();
    }
}
