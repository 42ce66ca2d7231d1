package dk.grundskema.api.server.identity;

import dk.grundskema.api.server.platform.ProblemPages;
import dk.grundskema.api.server.platform.RoomTexts;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
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

/** Who calls is found out in Spring Security's chain; what the caller may do is asked where the operation is known. */
@Configuration(proxyBeanMethods = false)
class SecuritySetup implements WebMvcConfigurer {
    private final UseNoted uses;
    private final AccessCheck check;

    SecuritySetup(UseNoted uses, AccessCheck check) {
        this.uses = uses;
        this.check = check;
    }

    @Bean
    static PasswordEncoder passwordEncoder() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }

    @Bean
    static SecurityFilterChain chain(HttpSecurity http, Grants grants, Credentials credentials) throws Exception {
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .headers(SecuritySetup::headers)
                .addFilterBefore(new CallerFilter(grants, credentials), AuthorizationFilter.class)
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .build();
    }

    /** Nothing of ours is framed, sniffed or fetched from elsewhere; that only https is to be used is said where it is used. */
    static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(ProblemPages.POLICY))
                .frameOptions(frame -> frame.deny())
                .contentTypeOptions(Customizer.withDefaults())
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .httpStrictTransportSecurity(strict -> strict.includeSubDomains(false));
    }

    /** Ids in paths may have encoded slashes. Who may what is asked of the operation that is found, never of how the path looks. */
    @Bean
    static HttpFirewall encodedSlashes() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowUrlEncodedSlash(true);
        firewall.setAllowUrlEncodedPercent(true); // the web server leaves these slashes as they were sent
        firewall.setAllowUrlEncodedDoubleSlash(true);
        return firewall;
    }

    /** A method that HTTP doesn't know is one that nobody does here; all else that is refused by how it looks is a bad request. */
    @Bean
    static RequestRejectedHandler refusedByItsLook() {
        return (request, response, rejection) -> response.sendError(
                Arrays.asList(HttpMethod.values()).contains(HttpMethod.valueOf(request.getMethod()))
                        ? HttpServletResponse.SC_BAD_REQUEST
                        : HttpServletResponse.SC_NOT_IMPLEMENTED);
    }

    @Bean
    static RoomTexts identityTexts() {
        return new RoomTexts(SecuritySetup.class);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(uses);
        registry.addInterceptor(check);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
    }
}
