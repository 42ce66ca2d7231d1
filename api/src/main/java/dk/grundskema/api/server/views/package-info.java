/** Finished timetables as people look at them, over REST: by team, person, room and week, what they give of what is asked, and as files. */
@NullMarked
package dk.grundskema.api.server.views;

import org.jspecify.annotations.NullMarked;
