/** Publishing a plan and handing out the links to it. */
@NullMarked
package dk.grundskema.api.web.app.publishing;

import org.jspecify.annotations.NullMarked;
