package dk.grundskema.api.server.publishing;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where people find what a link is to, from anywhere. */
@Component
public class LinkAddresses {
    private final String set;

    LinkAddresses(
            @Value("${grundskema.public-url}") String publicUrl, @Value("${grundskema.base-url}") String baseUrl) {
        this.set = (publicUrl.isEmpty() ? baseUrl : publicUrl).replaceFirst("/+$", "");
    }

    /**
     * The page of a link. Where neither setting says how it begins, it begins as the request does that is being answered.
     *
     * @throws IllegalStateException if neither does and no request is being answered
     */
    public String page(Link link) {
        return at(LinkGate.PATH + link.token());
    }

    /**
     * The address of a path, which begins with a slash. Where neither setting says how addresses begin, it begins as the request does.
     *
     * @throws IllegalStateException if neither does and no request is being answered
     */
    public String at(String path) {
        String begin = set.isEmpty()
                ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
                : set;
        return begin + path;
    }

    /** The calendar of a link, for programs that follow it. */
    public String calendar(Link link) {
        return page(link) + ".ics";
    }
}
