package dk.grundskema.api.service.publish;

import dk.grundskema.api.platform.page.PublicAddress;
import org.springframework.stereotype.Component;

/** Builds the public addresses of links: the page for people and the calendar for clients. */
@Component
public class LinkAddresses {
    /** Start of the path of every link. */
    public static final String PATH = "/c/";

    private final PublicAddress addresses;

    public LinkAddresses(PublicAddress addresses) {
        this.addresses = addresses;
    }

    /**
     * Returns the address of a link's page.
     *
     * @throws IllegalStateException if neither the address setting nor a current request exists
     */
    public String page(FeedLink link) {
        return addresses.of(PATH + link.token());
    }

    /** Returns the absolute address of a path. The path begins with a slash. */
    public String addressOf(String path) {
        return addresses.of(path);
    }

    /** Returns the address of a link's calendar, for calendar clients. */
    public String calendar(FeedLink link) {
        return page(link) + ".ics";
    }

    /** Returns whether an address only works on this machine, so that a phone cannot open it. */
    static boolean isOnlyHere(String address) {
        return address.matches("https?://(localhost|127\\.[\\d.]+|\\[::1])([:/].*)?");
    }
}
