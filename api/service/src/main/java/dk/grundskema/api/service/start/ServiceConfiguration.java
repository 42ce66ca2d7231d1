package dk.grundskema.api.service.start;

import dk.grundskema.api.documents.json.RecordReader;
import dk.grundskema.api.documents.problem.ProblemReader;
import dk.grundskema.api.planning.PlanningTexts;
import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.api.platform.http.FeatureTexts;
import dk.grundskema.solver.registry.PluginRegistry;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Spring configuration of the features that reach plans. */
@Configuration(proxyBeanMethods = false)
@ComponentScan("dk.grundskema.api.service")
class ServiceConfiguration {
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
