/**
 * What people who follow a calendar are told as plans change: which event stays the same event, what changed of it and when, and what of that is
 * worth a word. Knows neither a database nor a web server.
 */
@NullMarked
package dk.grundskema.api.feeds;

import org.jspecify.annotations.NullMarked;
