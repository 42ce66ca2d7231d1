package dk.grundskema.api.service.page;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Builds absolute addresses under which this service is publicly reachable. */
@Component
public class PublicAddress {
    private final String configured;

    public PublicAddress(
            @Value("${grundskema.public-url}") String publicUrl, @Value("${grundskema.base-url}") String baseUrl) {
        this.configured = (publicUrl.isEmpty() ? baseUrl : publicUrl).replaceFirst("/+$", "");
    }

    /**
     * Returns the absolute address of a path, which begins with a slash. Without a configured address, uses that of the current request.
     *
     * @throws IllegalStateException if no address is configured and there is no current request
     */
    public String of(String path) {
        return (configured.isEmpty()
                        ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
                        : configured)
                + path;
    }
}
