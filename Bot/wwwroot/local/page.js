// Brings the page to life. Everything is drawn by the bot; these scripts only carry and replace.
import { watchClicks } from './actions.js';
import { watchClock } from './clock.js';
import { watchComposer, watchReplies, watchSampleButton } from './writing.js';
import { followFeed } from './feed.js';
import { remember, showLatest, watchScrolling } from './messages.js';
import { watchViews } from './views.js';
import { watchWhispers } from './whispers.js';

remember(document);
watchClicks();
watchWhispers();
watchReplies();
watchComposer();
watchSampleButton();
watchScrolling();
watchViews();
watchClock();
showLatest();
followFeed();
