package dk.grundskema.api.platform.page;

import dk.grundskema.api.platform.http.ServerSettings;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Builds absolute addresses under which this service is publicly reachable. */
@Component
public class PublicAddress {
    private final String configured;

    public PublicAddress(ServerSettings settings) {
        String address = settings.publicUrl().isEmpty() ? settings.baseUrl() : settings.publicUrl();
        this.configured = address.replaceFirst("/+$", "");
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
