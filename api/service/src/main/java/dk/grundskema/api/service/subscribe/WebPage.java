package dk.grundskema.api.service.subscribe;

/**
 * A rendered page.
 *
 * @param html   the whole page
 * @param policy value of the {@code Content-Security-Policy} header: allows only the page's own style
 */
public record WebPage(String html, String policy) {}
