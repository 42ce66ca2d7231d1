package dk.grundskema.api.server.start;

import dk.grundskema.api.house.PluginHouse;
import dk.grundskema.solver.registry.PluginRegistry;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** What the service is made of. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = {UserDetailsServiceAutoConfiguration.class, ErrorMvcAutoConfiguration.class})
@ComponentScan("dk.grundskema.api.server")
class ServerApplication {
    @Bean
    static PluginRegistry plugins(PluginHouse house) {
        return house.plugins();
    }
}
