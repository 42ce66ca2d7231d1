package dk.grundskema.api.platform.signin;

import dk.grundskema.api.platform.access.CallerArgumentResolver;
import dk.grundskema.api.platform.access.CredentialRepository;
import dk.grundskema.api.platform.access.CredentialUseInterceptor;
import dk.grundskema.api.platform.access.PermissionInterceptor;
import dk.grundskema.api.platform.account.GrantRepository;
import dk.grundskema.api.platform.http.ErrorPageRenderer;
import dk.grundskema.api.platform.http.FeatureTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Configures Spring Security. Its filter chain authenticates the caller; permissions are checked later, when the operation is known. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration implements WebMvcConfigurer {
    private final CredentialUseInterceptor credentialUseInterceptor;
    private final PermissionInterceptor permissionInterceptor;

    SecurityConfiguration(
            CredentialUseInterceptor credentialUseInterceptor, PermissionInterceptor permissionInterceptor) {
        this.credentialUseInterceptor = credentialUseInterceptor;
        this.permissionInterceptor = permissionInterceptor;
    }

    @Bean
    @ConditionalOnMissingBean
    static PasswordEncoder passwordEncoder() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }

    @Bean
    static SecurityFilterChain securityFilterChain(
            HttpSecurity http, GrantRepository grants, CredentialRepository credentials) throws Exception {
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .headers(SecurityConfiguration::configureHeaders)
                .addFilterBefore(new CallerAuthenticationFilter(grants, credentials), AuthorizationFilter.class)
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .build();
    }

    /** Sets headers that forbid framing, content sniffing and foreign resources; over HTTPS, also the header that enforces HTTPS. */
    static void configureHeaders(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(ErrorPageRenderer.POLICY))
                .frameOptions(frame -> frame.deny())
                .contentTypeOptions(Customizer.withDefaults())
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .httpStrictTransportSecurity(strict -> strict.includeSubDomains(false));
    }

    /** Allows encoded slashes, because ids in paths may contain them. Permissions depend on the resolved operation, never on the form of the path. */
    @Bean
    static HttpFirewall encodedSlashFirewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowUrlEncodedSlash(true);
        firewall.setAllowUrlEncodedPercent(true); // the web server keeps these slashes encoded
        firewall.setAllowUrlEncodedDoubleSlash(true);
        return firewall;
    }

    /** Answers unknown HTTP methods as not implemented, and all other malformed requests as bad requests. */
    @Bean
    static RequestRejectedHandler malformedRequestHandler() {
        return (request, response, rejection) -> response.sendError(
                Arrays.asList(HttpMethod.values()).contains(HttpMethod.valueOf(request.getMethod()))
                        ? HttpServletResponse.SC_BAD_REQUEST
                        : HttpServletResponse.SC_NOT_IMPLEMENTED);
    }

    @Bean
    static FeatureTexts identityTexts() {
        return FeatureTexts.beside(SecurityConfiguration.class);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(credentialUseInterceptor);
        registry.addInterceptor(permissionInterceptor);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgumentResolver());
    }
}
