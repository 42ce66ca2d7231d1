/** What the service takes, measured from outside as its users feel it. No test depends on it: what comes out is the machine's as much as ours. */
@org.jspecify.annotations.NullMarked
package dk.grundskema.api.server.figures;
