package dk.grundskema.api.web;

/**
 * A page as it is sent.
 *
 * @param html   the whole page
 * @param policy what browsers may load and run for it, as the header {@code Content-Security-Policy} has it: the page's own style and nothing else
 */
public record WebPage(String html, String policy) {}
