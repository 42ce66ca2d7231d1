package dk.grundskema.api.web.app.door;

/**
 * The page on which somebody signs in.
 *
 * @param name      what was typed as the name; empty at first
 * @param trouble   why it didn't work, in the reader's language; empty if nothing was tried
 * @param to        where to go then, a path of ours
 * @param elsewhere where to sign in by another service; empty if there is none
 * @param csrf      what the form repeats
 */
public record SignInPage(String name, String trouble, String to, String elsewhere, String csrf) {}
