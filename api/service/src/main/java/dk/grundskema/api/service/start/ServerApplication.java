package dk.grundskema.api.service.start;

import dk.grundskema.api.planning.PluginPlanningFacade;
import dk.grundskema.solver.registry.PluginRegistry;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Spring configuration of the service. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = {UserDetailsServiceAutoConfiguration.class, ErrorMvcAutoConfiguration.class})
@EnableScheduling
@ComponentScan("dk.grundskema.api.service")
class ServerApplication {
    @Bean
    static PluginRegistry plugins(PluginPlanningFacade planning) {
        return planning.plugins();
    }
}
