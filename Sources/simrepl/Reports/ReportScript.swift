/// What a report's page does besides standing there: plain JavaScript, no library, nothing fetched.
///
/// It writes text only as text, never as markup.
enum ReportScript {
    static let text = """
        (function () {
          'use strict';
          function all(selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); }

          // The other language.
          var nav = document.querySelector('.languages');
          if (nav) {
            nav.hidden = false;
            nav.addEventListener('click', function (event) {
              var language = event.target.dataset && event.target.dataset.language;
              if (!language) { return; }
              document.documentElement.lang = language;
              all('article').forEach(function (article) {
                article.hidden = article.lang !== language;
                if (!article.hidden) { document.title = article.dataset.title; }
              });
              all('button', nav).forEach(function (button) {
                button.setAttribute('aria-pressed', String(button.dataset.language === language));
              });
            });
          }

          // One of several drawings.
          all('.choice').forEach(function (choice) {
            var options = all('section', choice).filter(function (section) { return section.parentNode === choice; });
            if (options.length < 2) { return; }
            var label = document.createElement('label');
            label.textContent = choice.dataset.label + ' ';
            var select = document.createElement('select');
            options.forEach(function (option) {
              var item = document.createElement('option');
              item.textContent = option.dataset.name;
              select.appendChild(item);
            });
            function pick() {
              options.forEach(function (option, index) { option.hidden = index !== select.selectedIndex; });
            }
            select.addEventListener('change', pick);
            label.appendChild(select);
            choice.insertBefore(label, choice.firstChild);
            pick();
          });

          // Values to choose, their results beside.
          all('.levers').forEach(function (box) {
            var levers = JSON.parse(box.dataset.levers);
            var cells = all('section', box);
            var inputs = levers.map(function (lever) {
              var label = document.createElement('label');
              var value = document.createElement('strong');
              var input = document.createElement('input');
              input.type = 'range';
              input.min = 0;
              input.max = lever.values.length - 1;
              input.value = Math.floor((lever.values.length - 1) / 2);
              label.appendChild(document.createTextNode(lever.label + ': '));
              label.appendChild(value);
              label.appendChild(input);
              box.insertBefore(label, cells[0] || null);
              input.addEventListener('input', show);
              return { input: input, value: value, lever: lever };
            });
            function show() {
              var point = inputs.map(function (item) {
                var word = item.lever.values[item.input.value];
                item.value.textContent = word;
                item.input.setAttribute('aria-valuetext', word);
                return item.input.value;
              }).join(',');
              cells.forEach(function (cell) { cell.hidden = cell.dataset.point !== point; });
            }
            show();
          });

          // The value under the pointer, or the finger.
          var tip = document.createElement('div');
          tip.className = 'tip';
          tip.hidden = true;
          document.body.appendChild(tip);
          all('figure svg *').forEach(function (shape) {
            var title = Array.prototype.filter.call(shape.children, function (child) {
              return child.nodeName === 'title';
            })[0];
            if (!title) { return; }
            shape.setAttribute('data-tip', title.textContent);
            shape.removeChild(title);
          });
          function hover(event) {
            var shape = event.target.closest ? event.target.closest('[data-tip]') : null;
            tip.hidden = !shape;
            if (!shape) { return; }
            tip.textContent = shape.getAttribute('data-tip');
            tip.style.left = Math.max(4, Math.min(event.clientX + 12, window.innerWidth - tip.offsetWidth - 8)) + 'px';
            tip.style.top = Math.max(4, event.clientY - tip.offsetHeight - 12) + 'px';
          }
          document.addEventListener('pointermove', hover);
          document.addEventListener('pointerdown', hover);
          document.addEventListener('keydown', function (event) { if (event.key === 'Escape') { tip.hidden = true; } });
        })();
        """
}
