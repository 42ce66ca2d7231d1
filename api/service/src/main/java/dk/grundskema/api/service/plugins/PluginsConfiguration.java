package dk.grundskema.api.service.plugins;

import dk.grundskema.api.platform.http.FailureDescriber;
import dk.grundskema.api.platform.http.FeatureTexts;
import dk.grundskema.domain.finding.Finding;
import dk.grundskema.solver.registry.PluginFailedException;
import dk.grundskema.solver.registry.RuleFailedException;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Texts of plugins, and what clients learn when one fails. */
@Configuration(proxyBeanMethods = false)
class PluginsConfiguration {
    @Bean
    static FeatureTexts pluginsTexts() {
        return FeatureTexts.beside(PluginsConfiguration.class);
    }

    @Bean
    static FailureDescriber pluginFailure() {
        return failure -> switch (failure) {
            case PluginFailedException plugin ->
                Optional.of(Finding.error("rest.plugin-failed", "", plugin.plugin(), plugin.method()));
            case RuleFailedException rule -> Optional.of(Finding.error("rest.rule-failed", "", rule.rule()));
            default -> Optional.empty();
        };
    }
}
