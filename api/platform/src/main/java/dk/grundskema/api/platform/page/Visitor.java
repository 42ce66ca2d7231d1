package dk.grundskema.api.platform.page;

/**
 * The visitor of a page.
 *
 * @param account id of the account; empty if nobody is signed in
 * @param name    name of the account; empty if nobody is signed in
 * @param csrf    token that forms of the session repeat; empty if nobody is signed in
 * @param path    address of the page with its query, to return to
 */
public record Visitor(String account, String name, String csrf, String path) {
    /** Returns whether the visitor is signed in. */
    public boolean isSignedIn() {
        return !csrf.isEmpty();
    }

    /** Returns the path only, without the account and the token. */
    @Override
    public String toString() {
        return path;
    }
}
