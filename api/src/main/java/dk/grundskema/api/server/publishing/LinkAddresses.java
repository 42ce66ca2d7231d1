package dk.grundskema.api.server.publishing;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where people find what a link is to. */
@Component
public class LinkAddresses {
    private final String base;

    LinkAddresses(@Value("${grundskema.base-url:}") String base) {
        this.base = base.replaceFirst("/+$", "");
    }

    /**
     * The page of a link. Where nobody has set by which address people reach the service, it is the one that the request which is being answered came to.
     */
    public String page(Link link) {
        String ours = base.isEmpty()
                ? ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString()
                : base;
        return ours + "/c/" + link.token();
    }

    /** The calendar of a link, for programs that follow it. */
    public String calendar(Link link) {
        return page(link) + ".ics";
    }
}
