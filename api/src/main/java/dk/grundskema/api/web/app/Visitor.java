package dk.grundskema.api.web.app;

/**
 * Who looks at a page.
 *
 * @param account id of the account; empty if nobody is signed in
 * @param name the account's name; empty if nobody is signed in
 * @param csrf what forms of the session repeat; empty if nobody is signed in
 * @param path the page's own address, with what is asked for in it, to come back to
 */
public record Visitor(String account, String name, String csrf, String path) {
    /** Whether somebody is signed in. */
    public boolean isSignedIn() {
        return !csrf.isEmpty();
    }

    /** Nothing but the page. */
    @Override
    public String toString() {
        return path;
    }
}
